import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { siteById } from '../../lib/sites';
import { allowSite, useSiteAllowed } from './settings/use-site';

/** Offers the card on Strava until the permission is granted. The browser asks only after a click on it. */
export function StravaCard() {
  const site = siteById('strava');
  const allowed = useSiteAllowed(site);
  const [refused, setRefused] = useState(false);
  if (site === null || allowed !== false) return null;
  return (
    <section class="card stack tight" data-strava="off">
      <h2>{t('stravaTitle')}</h2>
      <p class="muted">{t('stravaText')}</p>
      {refused && <p role="status">{t('stravaRefused')}</p>}
      <div class="row">
        <button type="button" onClick={() => void allowSite(site.origins).then((granted) => setRefused(!granted))}>
          {t('stravaAllow')}
        </button>
      </div>
    </section>
  );
}
