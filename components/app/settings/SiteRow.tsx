import { useState } from 'preact/hooks';
import { removeOrigins } from '../../../lib/browser/site-scripts';
import { t } from '../../../lib/i18n';
import { type CardPrefs, withOne } from '../../../lib/overlay/frame/prefs';
import type { TrainingSite } from '../../../lib/sites';
import type { SiteRead } from '../../../lib/storage';
import { readWords } from './site-words';
import type { ChangePrefs } from './use-card-prefs';
import { allowSite, useSiteAllowed } from './use-site';

interface SiteRowProps {
  readonly site: TrainingSite;
  readonly read: SiteRead | null;
  readonly prefs: CardPrefs | null;
  readonly change: ChangePrefs;
}

/**
 * One site: on or off, hidden from its card's menu, and when it was last read completely. The browser asks for permission only after the
 * click.
 */
export function SiteRow({ site, read, prefs, change }: SiteRowProps) {
  const allowed = useSiteAllowed(site);
  const [refused, setRefused] = useState(false);
  const name = site.name ?? t('siteGeneric');
  const hidden = prefs?.hiddenSites.includes(site.id) ?? false;
  return (
    <li class="site" data-site={site.id} data-allowed={allowed ?? 'unknown'}>
      <div class="between">
        <h3>{name}</h3>
        {allowed === false && (
          <button
            type="button"
            class="small"
            aria-label={t('siteAllowName', name)}
            onClick={() => void allowSite(site.origins).then((granted) => setRefused(!granted))}
          >
            {t('siteAllow')}
          </button>
        )}
        {allowed === true && (
          <button type="button" class="quiet small" aria-label={t('siteRemoveName', name)} onClick={() => void removeOrigins(site.origins)}>
            {t('siteRemove')}
          </button>
        )}
      </div>
      {refused && allowed !== true && <p role="status">{t('stravaRefused')}</p>}
      {allowed === true && <small>{readWords(read)}</small>}
      {allowed === true && hidden && (
        <div class="row">
          <small>{t('siteHidden')}</small>
          <button
            type="button"
            class="quiet small"
            onClick={() => change((before) => ({ hiddenSites: withOne(before.hiddenSites, site.id, false) }))}
          >
            {t('siteShow')}
          </button>
        </div>
      )}
    </li>
  );
}
