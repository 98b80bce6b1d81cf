import { HeartPulse, Route, TrendingUp } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { bluetoothState } from '../../lib/bluetooth/web-bluetooth';
import { t } from '../../lib/i18n';
import { unsupportedTodo } from '../../lib/i18n/words/verdict-words';
import { type ReboundDatabase, setSetting } from '../../lib/storage';
import { Logo } from '../Logo';
import { Notice } from '../Notice';

/** Shown from the installation until the first check. */
export function WelcomeScreen({ db }: { db: ReboundDatabase }) {
  const [bluetooth, setBluetooth] = useState<Awaited<ReturnType<typeof bluetoothState>>>('ready');
  useEffect(() => {
    bluetoothState().then(setBluetooth, () => setBluetooth('unsupported'));
  }, []);
  const go = async (demo: boolean) => {
    location.hash = '#check';
    await setSetting(db, 'demoMode', demo);
    await setSetting(db, 'welcomed', true);
  };
  return (
    <div class="app" style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <main class="welcome" style={{ maxWidth: '720px' }}>
        <div class="stack" style={{ gap: 'var(--s6)' }}>
          <div class="row">
            <Logo size={44} />
            <strong style={{ fontSize: '20px', letterSpacing: '-0.02em' }}>{t('extName')}</strong>
          </div>
          <h1>{t('welcomeTitle')}</h1>
          <ol>
            <li>
              <HeartPulse aria-hidden="true" />
              <p>{t('welcomeOne')}</p>
            </li>
            <li>
              <TrendingUp aria-hidden="true" />
              <p>{t('welcomeTwo')}</p>
            </li>
            <li>
              <Route aria-hidden="true" />
              <p>{t('welcomeThree')}</p>
            </li>
          </ol>
          {bluetooth === 'unsupported' && (
            <Notice kind="warn" what={t('bluetoothMissing')} todo={unsupportedTodo()}>
              <p>{t('whatWorks')}</p>
            </Notice>
          )}
          {bluetooth === 'adapter-off' && <Notice kind="warn" what={t('faultAdapterOff')} todo={t('faultAdapterOffTodo')} />}
          <div class="row">
            <button type="button" onClick={() => void go(false)} disabled={bluetooth === 'unsupported'}>
              {t('pairStrap')}
            </button>
            <button type="button" class="quiet" onClick={() => void go(true)}>
              {t('tryWithout')}
            </button>
          </div>
          <section class="stack tight">
            <h2>{t('staysTitle')}</h2>
            <p class="muted">{t('staysText')}</p>
            <p class="muted">{t('notMedical')}</p>
          </section>
        </div>
      </main>
    </div>
  );
}
