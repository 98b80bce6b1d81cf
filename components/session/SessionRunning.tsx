import { Pause, Play, SkipForward, Square } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { clock } from '../../lib/core/clock';
import { sum } from '../../lib/core/statistics';
import type { Capabilities } from '../../lib/devices/driver';
import { BELT, type PaceGuard } from '../../lib/devices/pace/pace-guard';
import { Click } from '../../lib/devices/safety/click';
import type { SessionRunner } from '../../lib/devices/session/runner';
import { clockTime, t } from '../../lib/i18n';
import { temperature } from '../../lib/i18n/units';
import { Notice } from '../Notice';
import { OffButton } from '../running/OffButton';
import { UnrestNotice } from '../running/UnrestNotice';
import { useUnrestShown } from '../running/unrest-shown';
import { MeasuredFigure } from './MeasuredFigure';
import { PaceView } from './PaceView';
import { RecordFailed } from './RecordFailed';
import './session.css';
import { deviceFaultWords, doingWords, endWords, excessWords, levelWords, showsSpeed, showsTemperature, withoutLinkWords } from './words';
import { ZoneControl } from './ZoneControl';

interface SessionRunningProps {
  /** The id of the device. */
  readonly id: string;
  readonly session: SessionRunner;
  /** Guards a walk under a heart-rate cap. */
  readonly guard?: PaceGuard | null;
  readonly capabilities: Capabilities;
  /** The name of the device. */
  readonly name: string;
  /** A person says that the device is off. */
  readonly saysOff: () => void;
  /** It was started here, and its Start, which had the focus, is gone: Stop has it now. */
  readonly focusStop?: boolean;
  /** Dismisses a session that has ended. */
  readonly done: () => void;
}

/** A running session: time left, what the device does, its levels; Stop comes first. */
export function SessionRunning({ id, session, guard = null, capabilities, name, saysOff, focusStop = false, done }: SessionRunningProps) {
  const { view, plan } = session;
  const state = view.state.value;
  const fault = view.fault.value;
  const without = view.withoutLink.value;
  const unrest = view.unrest.value;
  const excess = view.excess.value;
  const over = state === 'ended';
  useUnrestShown(id, unrest !== null);
  const [late, setLate] = useState(false);
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focusStop) stop.current?.focus();
  }, []);
  const allS = sum(plan.steps.map(({ seconds }) => seconds));
  const leftS = view.leftS;
  const byClick = (act: (click: Click) => void) => (event: MouseEvent) => {
    const click = Click.of(event, clock.now());
    setLate(click === null);
    if (click !== null) act(click);
  };
  const resume = byClick((click) => session.resume(click));
  const skip = byClick((click) => session.skip(click));
  return (
    <section class="session stack" data-session={state} aria-label={t('sessionLabel')}>
      {unrest !== null && <UnrestNotice name={name} unrest={unrest} saysOff={saysOff} />}
      {!over && (
        <>
          <div class="between">
            <div aria-live="polite">
              <h3>{doingWords(view.doing.value)}</h3>
              <small>{t('sessionStep', view.stepIndex.value + 1, plan.steps.length)}</small>
            </div>
            {leftS !== null && (
              <div class="session-clock" role="timer" aria-label={t('sessionLeft')}>
                <span class="big">{clockTime(leftS)}</span>
                {plan.steps.length > 1 && without === null && <small>{t('sessionStepLeft', clockTime(view.stepRemainingS.value))}</small>}
              </div>
            )}
          </div>
          {leftS !== null && without === null && (
            <div class="meter" aria-hidden="true">
              <i style={{ width: `${100 * Math.min(1, Math.max(0, 1 - leftS / allS))}%` }} />
            </div>
          )}
        </>
      )}
      {view.stopWaits.value && <Notice kind="warn" what={t('sessionStopWaits')} todo={t('sessionStopWaitsTodo')} live />}
      {without !== null && <Notice kind="warn" what={t('sessionLinkLost')} todo={withoutLinkWords(without)} live />}
      {fault !== null && (without === null || fault === 'rest-not-seen') && (
        <Notice kind="warn" {...deviceFaultWords(fault, view.deviceFault.value)} live>
          {excess !== null && <p>{excessWords(excess)}</p>}
        </Notice>
      )}
      {view.asks.value && !over && <AskWhetherRuns name={name} carryOn={resume} saysOff={saysOff} />}
      {view.doing.value === 'unheard' && <Notice kind="warn" what={t('sessionUnheard')} todo={t('sessionUnheardTodo')} live />}
      {view.doing.value === 'rest-not-reported' && (
        <Notice kind="warn" what={t('sessionRestNotReported')} todo={t('sessionRestNotReportedTodo')} live>
          <OffButton name={name} saysOff={saysOff} />
        </Notice>
      )}
      {(state === 'released' || (state === 'unknown' && without !== null)) && (
        <div>
          <OffButton name={name} saysOff={saysOff} />
        </div>
      )}
      {view.recordFailed.value && <RecordFailed />}
      {late && !over && <Notice kind="warn" what={t('outcomeTooLate')} live />}
      {guard !== null && !over && <PaceView guard={guard} running={state === 'running'} />}
      {!over && capabilities.zones.length > 0 && (
        <ul class="zones">
          {capabilities.zones.map((zone) => (
            <ZoneControl key={zone.id} zone={zone} session={session} noMore={guard !== null && zone.id === BELT} />
          ))}
        </ul>
      )}
      {!over && showsTemperature(session, capabilities) && <Temperature session={session} />}
      {!over && showsSpeed(session, capabilities) && <Speed session={session} />}
      {over ? (
        <>
          <p role="status">
            <strong>{view.end.value === null ? t('doingEnded') : endWords(view.end.value, view.deviceFault.value, view.rest.value)}</strong>
          </p>
          <div>
            <button type="button" class="quiet" onClick={done}>
              {t('sessionClose')}
            </button>
          </div>
        </>
      ) : (
        <div class="row">
          <button
            type="button"
            class="stop large"
            data-stop
            ref={stop}
            aria-label={t('deviceStopName', name)}
            onClick={() => void session.stop()}
          >
            <Square size={18} aria-hidden="true" />
            {t('deviceStop')}
          </button>
          {state === 'paused' ? (
            <button type="button" class="quiet" onClick={resume}>
              <Play size={18} aria-hidden="true" />
              {t('sessionResume')}
            </button>
          ) : (
            <button type="button" class="quiet" disabled={state !== 'running'} onClick={() => session.pause()}>
              <Pause size={18} aria-hidden="true" />
              {t('sessionPause')}
            </button>
          )}
          {plan.steps.length > 1 && (
            <button type="button" class="quiet" disabled={state !== 'running' && state !== 'paused'} onClick={skip}>
              <SkipForward size={18} aria-hidden="true" />
              {t('sessionSkip')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function Speed({ session }: { session: SessionRunner }) {
  const measured = session.view.speedKmh.value;
  return measured === null ? null : (
    <p class="muted">
      {t('sessionSpeed')}: <MeasuredFigure figure={measured} words={levelWords(measured.value, 'km/h')} />
    </p>
  );
}

function Temperature({ session }: { session: SessionRunner }) {
  const { told, measured } = session.view.temperatureC.value;
  return (
    <p class="muted">
      {t('readTemperature')}: {told === null ? '–' : t('temperatureSet', temperature(told))}
      {measured !== null && (
        <>
          {' · '}
          <MeasuredFigure figure={measured} words={temperature(measured.value)} />
        </>
      )}
    </p>
  );
}

/** After a lost link, for a device that does not report whether it runs. */
function AskWhetherRuns({ name, carryOn, saysOff }: { name: string; carryOn: (event: MouseEvent) => void; saysOff: () => void }) {
  return (
    <Notice kind="warn" what={t('sessionAsks')} todo={t('sessionAsksTodo')} live>
      <div class="row">
        <button type="button" class="quiet" data-carry-on onClick={carryOn}>
          {t('sessionCarryOn')}
        </button>
        <OffButton name={name} saysOff={saysOff} />
      </div>
    </Notice>
  );
}
