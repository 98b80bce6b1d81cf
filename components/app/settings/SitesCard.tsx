import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { isForAddedPages, sites } from '../../../lib/sites';
import { type ReboundDatabase, type Settings, setSetting, siteReads } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { AddedPages } from './AddedPages';
import { SiteRow } from './SiteRow';
import { useCardPrefs } from './use-card-prefs';

/** Where the card appears: a switch for each site, what was read there, and whether Rebound may request more data from the site. */
export function SitesCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  const reads = useLive(() => siteReads(db), [db]);
  const [prefs, change] = useCardPrefs();
  const [failed, setFailed] = useState(false);
  const findReading = (id: string) => (reads instanceof Error ? null : (reads?.find(({ site }) => site === id) ?? null));
  return (
    <section class="card stack" data-sites>
      <div class="stack tight">
        <h2>{t('sitesTitle')}</h2>
        <p class="muted">{t('sitesWhy')}</p>
      </div>
      {failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      <ul class="sites">
        {sites
          .filter((site) => !isForAddedPages(site))
          .map((site) => (
            <SiteRow key={site.id} site={site} read={findReading(site.id)} prefs={prefs} change={change} />
          ))}
      </ul>
      {sites.filter(isForAddedPages).map(({ id }) => (
        <AddedPages key={id} read={findReading(id)} prefs={prefs} change={change} />
      ))}
      <label class="tick">
        <input
          type="checkbox"
          data-asks-sites
          checked={settings.asksSites}
          onChange={(event) =>
            setSetting(db, 'asksSites', event.currentTarget.checked).then(
              () => setFailed(false),
              () => setFailed(true),
            )
          }
        />
        <span>
          {t('sitesAsk')}
          <br />
          <small>{t('sitesAskHint')}</small>
        </span>
      </label>
      {prefs !== null && prefs.hiddenPages.length > 0 && (
        <div class="row">
          <button type="button" class="quiet" onClick={() => change(() => ({ hiddenPages: [] }))}>
            {t('sitesShowPages')}
          </button>
        </div>
      )}
    </section>
  );
}
