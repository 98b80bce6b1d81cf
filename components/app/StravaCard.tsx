import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n';
import { ask } from '../../lib/messages';
import { allowStrava, removeStrava, stravaAllowed } from '../../lib/site-scripts';

/** The switch for Strava. The question of the browser comes only from the click on it. `always` shows it also when on, with the way off. */
export function StravaCard({ always = false }: { always?: boolean }) {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const look = () => void stravaAllowed().then(setAllowed);
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  if (allowed === null || (allowed && !always)) return null;
  const allow = async () => {
    const granted = await allowStrava();
    // Only say that it is on once the card is really registered.
    if (granted) await ask('sites-changed', {});
    setAllowed(granted);
    setRefused(!granted);
  };
  return (
    <section class="card stack tight" data-strava={allowed ? 'on' : 'off'}>
      <h2>{t('stravaTitle')}</h2>
      <p class="muted">{t('stravaText')}</p>
      {allowed && <p>{t('stravaOn')}</p>}
      {refused && <p role="status">{t('stravaRefused')}</p>}
      <div class="row">
        {allowed ? (
          <button type="button" class="quiet" onClick={() => void removeStrava()}>
            {t('stravaRemove')}
          </button>
        ) : (
          <button type="button" onClick={() => void allow()}>
            {t('stravaAllow')}
          </button>
        )}
      </div>
    </section>
  );
}
