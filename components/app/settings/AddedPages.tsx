import { useState } from 'preact/hooks';
import { originPattern, removeOrigins } from '../../../lib/browser/site-scripts';
import { t } from '../../../lib/i18n';
import { type CardPrefs, withOne } from '../../../lib/overlay/frame/prefs';
import type { SiteRead } from '../../../lib/storage';
import { readWords } from './site-words';
import type { ChangePrefs } from './use-card-prefs';
import { allowSite, useAddedPages } from './use-site';

interface AddedPagesProps {
  readonly read: SiteRead | null;
  readonly prefs: CardPrefs | null;
  readonly change: ChangePrefs;
}

/** Pages that the user adds one by one, on sites without a reader of their own. Each needs its own permission. */
export function AddedPages({ read, prefs, change }: AddedPagesProps) {
  const pages = useAddedPages() ?? [];
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const add = async () => {
    const pattern = originPattern(address);
    if (pattern === null) {
      setFault(t('pageWrong'));
      return;
    }
    const granted = await allowSite([pattern]);
    setFault(granted ? null : t('stravaRefused'));
    if (granted) setAddress('');
  };
  const show = (page: string) => change((before) => ({ hiddenSites: withOne(before.hiddenSites, new URL(page).host, false) }));
  return (
    <div class="stack tight" data-added-pages>
      <h3>{t('siteGeneric')}</h3>
      <small>{t('pagesWhy')}</small>
      {pages.length > 0 && (
        <>
          <ul class="sites">
            {pages.map((page) => (
              <li key={page} class="site">
                <div class="between">
                  <span>{new URL(page).host}</span>
                  <span class="row">
                    {prefs?.hiddenSites.includes(new URL(page).host) && (
                      <button type="button" class="quiet small" onClick={() => show(page)}>
                        {t('siteShow')}
                      </button>
                    )}
                    <button
                      type="button"
                      class="quiet small"
                      aria-label={t('siteRemoveName', new URL(page).host)}
                      onClick={() => void removeOrigins([`${page}/*`])}
                    >
                      {t('siteRemove')}
                    </button>
                  </span>
                </div>
              </li>
            ))}
          </ul>
          <small>{readWords(read)}</small>
        </>
      )}
      <form
        class="row add-page"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label class="stack tight">
          <span>{t('pageAddress')}</span>
          <input
            type="text"
            inputMode="url"
            placeholder={t('pageExample')}
            value={address}
            aria-invalid={fault !== null}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={address.trim() === ''}>
          {t('pageAdd')}
        </button>
      </form>
      {fault !== null && <p role="alert">{fault}</p>}
    </div>
  );
}
