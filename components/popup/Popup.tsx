import '../surface';
import { ClipboardCheck, Dumbbell, PanelRight } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Screen } from '../../lib/browser/messages';
import type { StrapState } from '../../lib/devices/remote/strap-state';
import { longDay, t } from '../../lib/i18n';
import { restsOn } from '../../lib/i18n/words/verdict-words';
import type { EarlySnapshot } from '../../lib/today/read-snapshot';
import type { TodaySnapshot } from '../../lib/today/snapshot';
import { LoadFailed } from '../app/LoadFailed';
import { NoAnswer } from '../app/NoAnswer';
import { HeartRateFigure, RmssdFigure } from '../KeyFigures';
import { VerdictLine } from '../Verdict';
import { ConflictLine } from './ConflictLine';
import { LastDevice } from './LastDevice';
import { NextStepCard } from './NextStep';
import type { PopupQuestions } from './rest-of-popup';

type RestOfPopup = typeof import('./rest-of-popup');

/** The rest of the popup, imported once by whichever caller comes first. */
const importRest = (): Promise<RestOfPopup> => import('./rest-of-popup');

/** Runs an action that needs the rest, at once or when it is loaded. */
function withRest(act: (rest: RestOfPopup) => Promise<void>): void {
  importRest()
    .then(act)
    .catch((error: unknown) => console.error('popup', error));
}

/**
 * What runs, with its Stop, whatever becomes of the database; and the day on 360 px, without scrolling. Shows the stored snapshot `first`
 * until everything is loaded and today is read again.
 */
export function Popup({ first }: { first: EarlySnapshot | null }) {
  const rest = useRest(first !== null);
  return (
    <>
      {rest !== null && !(rest instanceof Error) && <rest.OtherRunningBar hearsEscape />}
      <Day first={first} rest={rest} />
    </>
  );
}

function Day({ first, rest }: { readonly first: EarlySnapshot | null; readonly rest: RestOfPopup | Error | null }) {
  const [now, setNow] = useState<EarlySnapshot | Error | null>(first);
  const [strap, setStrap] = useState<StrapState | null>(null);
  const [asking, setAsking] = useState<PopupQuestions | null>(null);
  const loaded = rest instanceof Error ? null : rest;
  useEffect(() => loaded?.watchStrapState(setStrap), [loaded]);
  useEffect(() => (rest instanceof Error ? setNow(rest) : rest?.followSnapshot(browser.runtime.getManifest().version, setNow)), [rest]);
  if (now instanceof Error) return <LoadFailed error={now} />;
  // Render nothing until all of it is known: a popup that grows after it opened jumps under the pointer.
  if (now === null) return <NoAnswer />;
  const { snapshot: today, last } = now;
  const { next, world } = today;
  if (asking !== null && loaded !== null) {
    const { Asking } = loaded;
    return <Asking what={asking} world={world} day={today.day} done={() => setAsking(null)} />;
  }
  const measured = today.check !== null && world === 'own' && today.readiness.rule !== 'unreadable';
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
      <ConflictLine today={today}>
        {loaded !== null && today.conflicts[0] !== undefined && <loaded.ConflictAnswers world={world} conflict={today.conflicts[0]} />}
      </ConflictLine>
      <section class="card stack tight">
        <VerdictLine readiness={today.readiness} />
        <div class="between">
          <small>{restsOn(today)}</small>
          {world === 'demo' && <span class="chip demo">{t('demoChip')}</span>}
        </div>
      </section>
      {today.check !== null && <Figures today={today} />}
      <NextStepCard snapshot={now.nextKnown ? today : null}>
        {loaded !== null && now.nextKnown && next !== null && <loaded.Buttons world={world} next={next} />}
      </NextStepCard>
      {loaded === null ? <Seen last={last} /> : <loaded.DeviceLines last={last} recording={strap?.recording ?? false} />}
      {loaded !== null && <loaded.CardBlocked />}
      <footer class="row">
        <button type="button" class={measured && !strap?.recording ? 'quiet' : ''} onClick={() => go('check')}>
          {strap?.recording ? t('backToCheck') : measured ? t('measureAgain') : t('startCheck')}
        </button>
        <button type="button" class="quiet" onClick={() => go('today')}>
          {t('popupOpen')}
        </button>
        {canOpenPanel() && (
          <button type="button" class="quiet panel" title={t('openPanel')} aria-label={t('openPanel')} onClick={openPanel}>
            <PanelRight size={18} aria-hidden="true" />
          </button>
        )}
      </footer>
    </main>
  );
}

/** The code that is loaded after the first paint; at once without a snapshot. */
function useRest(afterPaint: boolean): RestOfPopup | Error | null {
  const [rest, setRest] = useState<RestOfPopup | Error | null>(null);
  useEffect(() => {
    const load = () => {
      importRest().then(
        (module) => {
          setRest(module);
          module.settleLeft().catch((error: unknown) => console.error('left checks', error));
        },
        (error: unknown) => setRest(error instanceof Error ? error : new Error(String(error))),
      );
    };
    if (!afterPaint) return load();
    const frame = requestAnimationFrame(() => setTimeout(load, 0));
    return () => cancelAnimationFrame(frame);
  }, []);
  return rest;
}

/** The device seen last, until the connected ones are known. */
function Seen({ last }: { last: EarlySnapshot['last'] }) {
  if (last === undefined) return null;
  return (
    <section class="card devices" aria-label={t('popupDevices')}>
      <LastDevice device={last} connect={() => withRest((rest) => rest.connect(last.id))} />
    </section>
  );
}

function Figures({ today }: { today: TodaySnapshot }) {
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

/** What is special about the connected strap. The demo's strap is not among the devices. */
function StrapLine({ strap }: { strap: StrapState | null }) {
  if (strap?.demo && strap.recording) return <span class="chip demo">{t('demoChip')}</span>;
  if (strap?.recording) return <span class="chip">{t('popupChecking')}</span>;
  return null;
}

const canOpenPanel = () => browser.sidePanel?.open !== undefined;

const openPanel = () => withRest((rest) => rest.openPanel());
const go = (screen: Screen) => withRest((rest) => rest.openAppAndClose(screen));
