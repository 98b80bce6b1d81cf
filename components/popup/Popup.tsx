import { ClipboardCheck, Dumbbell, PanelRight } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { longDay, t } from '../../lib/i18n';
import { ask, type Screen } from '../../lib/messages';
import { knownDevices, type ReboundDatabase } from '../../lib/storage';
import { type StrapState, watchStrapState } from '../../lib/strap-state';
import { loadToday, type Today } from '../../lib/today';
import { restsOn } from '../../lib/words';
import { LoadFailed } from '../app/LoadFailed';
import { CheckInCard } from '../check-in/CheckInCard';
import { HeartRateFigure, RmssdFigure } from '../KeyFigures';
import { AddTraining } from '../training/AddTraining';
import { useDay } from '../use-day';
import { useLive } from '../use-live';
import { Verdict } from '../Verdict';
import { DeviceLines } from './DeviceLines';
import { NextStep } from './NextStep';

/** The day in one glance, 360 px wide, nothing to scroll. */
export function Popup({ db }: { db: ReboundDatabase }) {
  const day = useDay();
  const today = useLive(() => loadToday(db, Date.now()), [db, day]);
  // Waited for as well: a popup that grows after it opened jumps under the pointer.
  const known = useLive(() => knownDevices(db), [db]);
  const [strap, setStrap] = useState<StrapState | null>(null);
  const [asking, setAsking] = useState<'check-in' | 'training' | null>(null);
  useEffect(() => watchStrapState(setStrap), []);
  if (today instanceof Error) return <LoadFailed error={today} />;
  if (known instanceof Error) return <LoadFailed error={known} />;
  if (today === undefined || known === undefined) return null;
  const world = today.demo ? 'demo' : 'own';
  if (asking !== null) {
    const done = () => setAsking(null);
    return (
      <main class="popup">
        {asking === 'check-in' ? (
          <CheckInCard key={`${world} ${today.day}`} db={db} world={world} day={today.day} open short done={done} />
        ) : (
          <AddTraining db={db} world={world} done={done} />
        )}
      </main>
    );
  }
  const measured = today.check !== null && !today.demo && today.readiness.rule !== 'unreadable';
  return (
    <main class="popup">
      <header class="between">
        <h2>{longDay(today.day)}</h2>
        <span class="asks">
          <StrapLine strap={strap} />
          <button type="button" class="icon" title={t('popupCheckIn')} aria-label={t('popupCheckIn')} onClick={() => setAsking('check-in')}>
            <ClipboardCheck size={18} aria-hidden="true" />
          </button>
          <button
            type="button"
            class="icon"
            title={t('popupTraining')}
            aria-label={t('popupTraining')}
            onClick={() => setAsking('training')}
          >
            <Dumbbell size={18} aria-hidden="true" />
          </button>
        </span>
      </header>
      <section class="card stack tight">
        <Verdict readiness={today.readiness} />
        <div class="between">
          <small>{restsOn(today)}</small>
          {today.demo && <span class="chip demo">{t('demoChip')}</span>}
        </div>
      </section>
      {today.check !== null && <Figures today={today} />}
      <NextStep db={db} today={today} />
      <DeviceLines last={known[0]} recording={strap?.recording ?? false} />
      <footer class="row">
        <button type="button" class={measured && !strap?.recording ? 'quiet' : ''} onClick={() => void go('check')}>
          {strap?.recording ? t('backToCheck') : measured ? t('measureAgain') : t('startCheck')}
        </button>
        <button type="button" class="quiet" onClick={() => void go('today')}>
          {t('popupOpen')}
        </button>
        {canOpenPanel() && (
          <button type="button" class="quiet panel" title={t('openPanel')} aria-label={t('openPanel')} onClick={() => void openPanel()}>
            <PanelRight size={18} aria-hidden="true" />
          </button>
        )}
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

/** What is special about the strap that runs: the demo's is not among the devices. */
function StrapLine({ strap }: { strap: StrapState | null }) {
  if (strap?.demo && strap.recording) return <span class="chip demo">{t('demoChip')}</span>;
  if (strap?.recording) return <span class="chip">{t('popupChecking')}</span>;
  return null;
}

const canOpenPanel = () => browser.sidePanel?.open !== undefined;

async function openPanel(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id === undefined) return;
  await browser.sidePanel.open({ windowId: id });
  window.close();
}

async function go(screen: Screen): Promise<void> {
  await ask('open-app', { screen });
  window.close();
}
