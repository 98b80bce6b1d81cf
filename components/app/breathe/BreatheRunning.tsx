import { MoonStar, Pause, Play, Square } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { BreathingSessions, BreathRun } from '../../../lib/breathing/breathing-sessions';
import type { StrapLink } from '../../../lib/check/strap-link';
import { clock } from '../../../lib/core/clock';
import { sum } from '../../../lib/core/statistics';
import { clockTime, number, t } from '../../../lib/i18n';
import { BreathingPacer } from '../../BreathingPacer';
import { Notice } from '../../Notice';
import { RecordFailed } from '../../session/RecordFailed';
import { StrapChip } from '../StrapChip';
import { useWakeLock } from '../use-wake-lock';
import { DarkScreen } from './DarkScreen';
import { HeartCurve } from './HeartCurve';
import { heartFault } from './words';

interface BreatheRunningProps {
  readonly breathing: BreathingSessions;
  readonly run: BreathRun;
  readonly strap: StrapLink;
  readonly startDark: boolean;
  /** What Escape does. */
  readonly stopAll: () => void;
}

/** The pacer, the time left and, with a strap, the heart rate over the breaths. */
export function BreatheRunning({ breathing, run, strap, startDark, stopAll }: BreatheRunningProps) {
  const { timer, kind, rates } = run;
  const [dark, setDark] = useState(startDark && kind === 'session');
  useWakeLock();
  const breath = breathing.breath.value;
  const index = timer.stepIndex.value;
  const fault = heartFault(breathing.heart.fault.value);
  const paused = timer.state.value === 'paused';
  const allS = sum(timer.steps.map(({ seconds }) => seconds));
  return (
    <section class="card stack breathe" data-breathe="running" data-step={index}>
      {dark && <DarkScreen wake={() => setDark(false)} stopAll={stopAll} />}
      <div class="between" style={{ flexWrap: 'wrap' }}>
        <div aria-live="polite">
          <h2>{t('breathsPerMin', number(rates[index] ?? 0, 1))}</h2>
          {kind === 'search' && <span class="muted">{t('searchStep', index + 1, rates.length)}</span>}
        </div>
        {breathing.heart.listening.value && <StrapChip strap={strap} />}
      </div>
      {fault !== null && <Notice kind="warn" what={t('breatheNoStrap', fault.what)} todo={fault.todo} live />}
      {timer.recordFailed.value && <RecordFailed />}
      <div class="breathe-stage">
        {breath === null ? (
          <div class="pacer-still">{t('doingPaused')}</div>
        ) : (
          <BreathingPacer
            key={`${breath.perMin} ${breath.fromMs} ${dark}`}
            perMin={breath.perMin}
            sinceS={(clock.now() - breath.fromMs) / 1000}
          />
        )}
        <div role="timer" aria-label={t('sessionLeft')}>
          <span class="big">{clockTime(timer.remainingS.value)}</span>
        </div>
      </div>
      <div class="meter" aria-hidden="true">
        <i style={{ width: `${100 * Math.min(1, Math.max(0, 1 - timer.remainingS.value / allS))}%` }} />
      </div>
      {breathing.heart.listening.value && <HeartCurve breathing={breathing} strap={strap} />}
      <div class="row">
        <button type="button" class="stop large" data-stop onClick={() => void breathing.stop()}>
          <Square size={18} aria-hidden="true" />
          {t('deviceStop')}
        </button>
        {kind === 'session' && (
          <>
            <button type="button" class="quiet" onClick={() => (paused ? breathing.resume() : breathing.pause())}>
              {paused ? <Play size={18} aria-hidden="true" /> : <Pause size={18} aria-hidden="true" />}
              {t(paused ? 'sessionResume' : 'sessionPause')}
            </button>
            <button type="button" class="quiet" data-dark onClick={() => setDark(true)}>
              <MoonStar size={18} aria-hidden="true" />
              {t('breatheDarkNow')}
            </button>
          </>
        )}
      </div>
      <small>
        {breathing.sound.value && `${t('breatheSilence')} `}
        {kind === 'session' && t('breatheDarkHow')}
      </small>
    </section>
  );
}
