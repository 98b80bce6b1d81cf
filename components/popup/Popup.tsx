import { useEffect, useState } from 'preact/hooks';
import { longDay, number, t } from '../../lib/i18n';
import { ask, type Screen } from '../../lib/messages';
import type { ReboundDatabase } from '../../lib/storage';
import { type StrapState, watchStrapState } from '../../lib/strap-state';
import { loadToday, type Today } from '../../lib/today';
import { restsOn } from '../../lib/words';
import { LoadFailed } from '../app/LoadFailed';
import { HeartRateFigure, RmssdFigure } from '../KeyFigures';
import { useLive } from '../use-live';
import { Verdict } from '../Verdict';

/** The day in one glance, 360 px wide, nothing to scroll. */
export function Popup({ db }: { db: ReboundDatabase }) {
  const today = useLive(() => loadToday(db, Date.now()), [db]);
  const [strap, setStrap] = useState<StrapState | null>(null);
  useEffect(() => watchStrapState(setStrap), []);
  if (today instanceof Error) return <LoadFailed error={today} />;
  if (today === undefined) return null;
  const measured = today.check !== null && !today.demo && today.readiness.rule !== 'unreadable';
  return (
    <main class="popup">
      <header class="between">
        <h2>{longDay(today.day)}</h2>
        <StrapLine strap={strap} />
      </header>
      <section class="card stack tight">
        <Verdict readiness={today.readiness} />
        <div class="between">
          <small>{restsOn(today)}</small>
          {today.demo && <span class="chip demo">{t('demoChip')}</span>}
        </div>
      </section>
      {today.check !== null && <Figures today={today} />}
      <footer class="row">
        <button type="button" class={measured && !strap?.recording ? 'quiet' : ''} onClick={() => void go('check')}>
          {strap?.recording ? t('backToCheck') : measured ? t('measureAgain') : t('startCheck')}
        </button>
        <button type="button" class="quiet" onClick={() => void go('today')}>
          {t('popupOpen')}
        </button>
      </footer>
    </main>
  );
}

function Figures({ today }: { today: Today }) {
  return (
    <section class="two">
      <div class="card stack tight">
        <div class="between">
          <h3>{t('hrv')}</h3>
          <small>{t('rmssd')}</small>
        </div>
        <RmssdFigure today={today} size="num" />
      </div>
      <div class="card stack tight">
        <h3>{t('restingHr')}</h3>
        <HeartRateFigure today={today} size="num" />
      </div>
    </section>
  );
}

/** The strap of the app tab, as far as it is anybody's business here. */
function StrapLine({ strap }: { strap: StrapState | null }) {
  if (strap === null || !['ready', 'discovering', 'lost', 'reconnecting'].includes(strap.connection)) {
    return (
      <span class="chip">
        <span class="dot" />
        {t('popupNoStrap')}
      </span>
    );
  }
  const lost = strap.connection === 'lost' || strap.connection === 'reconnecting';
  const parts = [
    strap.name ?? t('stateReady'),
    ...(strap.hrBpm === null || lost ? [] : [`${number(strap.hrBpm)} ${t('bpm')}`]),
    ...(strap.batteryPct === null ? [] : [t('batteryAt', number(strap.batteryPct))]),
  ];
  return (
    <span class="chip" data-connection={strap.connection}>
      <span class={`dot ${lost ? 'off' : 'on'}`} />
      {lost ? t('stateLost') : parts.join(' · ')}
    </span>
  );
}

async function go(screen: Screen): Promise<void> {
  await ask('open-app', { screen });
  window.close();
}
