import { Pause, Play, SkipForward, Square } from 'lucide-preact';
import { lengthS, needsWaterRules } from '../../../lib/catalogue';
import type { GuidedSessions } from '../../../lib/devices/guided/guided-sessions';
import type { GuidedTimer } from '../../../lib/devices/guided/guided-timer';
import { clockTime, t } from '../../../lib/i18n';
import { duration, temperature, temperatureRange } from '../../../lib/i18n/units';
import { sessionName } from '../../../lib/i18n/words/session-words';
import { Notice } from '../../Notice';
import { ReadingFigure } from '../../ReadingFigure';
import { RecordFailed } from '../../session/RecordFailed';
import { useNow } from '../../use-now';
import { useWakeLock } from '../use-wake-lock';
import { cueWords, noticeWords, ruleOfWater, stepName } from './words';

interface GuidedRunningProps {
  readonly guided: GuidedSessions;
  readonly timer: GuidedTimer;
}

/** A running guided session. The time left is the largest element, so that it can be read from the tub. */
export function GuidedRunning({ guided, timer }: GuidedRunningProps) {
  const state = timer.state.value;
  const index = timer.stepIndex.value;
  const step = timer.steps[index];
  const next = timer.steps[index + 1];
  const given = guided.cue.value;
  const notice = timer.notice.value;
  const chosen = guided.thermometer.value;
  // Readings grow older.
  useNow();
  const thermometer = guided.thermometers.value.find(({ id }) => id === chosen);
  const silent = chosen !== null && (thermometer === undefined || guided.isSilent(thermometer));
  const over = state === 'ended';
  const allS = lengthS(timer.steps);
  const leftS = timer.remainingS.value;
  return (
    <div class="guided stack" data-guided={state}>
      <p class="visually-hidden" role="status" data-cue={given?.cue}>
        {given === null ? '' : cueWords(given.cue, timer.steps[given.step])}
      </p>
      {notice !== null && (
        <div class={`guided-notice ${notice === 'too-cold' || notice === 'too-hot' ? 'grave' : ''}`} role="alert" data-notice={notice}>
          <strong>{noticeWords(notice).what}</strong>
          <p>{noticeWords(notice).todo}</p>
        </div>
      )}
      {timer.recordFailed.value && <RecordFailed />}
      {timer.uncountedS.value > 0 && (
        <Notice
          kind="warn"
          what={t('guidedUncounted', duration(timer.uncountedS.value))}
          {...(over ? {} : { todo: t('guidedUncountedTodo') })}
          live
        />
      )}
      {state === 'running' && <KeepAwake />}
      {over ? (
        <>
          <p role="status">
            <strong>{t('guidedEnded')}</strong> {needsWaterRules(timer.plan) && ruleOfWater('rewarm-before-driving')}
          </p>
          <div>
            <button type="button" data-put-away onClick={() => guided.dismiss()}>
              {t('sessionClose')}
            </button>
          </div>
        </>
      ) : (
        <>
          <div class="guided-clock">
            <h3>{timer.steps.length > 1 && step !== undefined ? stepName(step) : sessionName(timer.plan)}</h3>
            {step?.rangeC !== undefined && <span data-step-range>{temperatureRange(...step.rangeC)}</span>}
            <div role="timer" aria-label={t('sessionLeft')}>
              <span class="guided-left">{clockTime(timer.stepRemainingS.value)}</span>
            </div>
            {timer.steps.length > 1 && (
              <small>
                {t('sessionStep', index + 1, timer.steps.length)} · {t('timeLeft', clockTime(leftS))}
                {next !== undefined && ` · ${t('guidedNext', stepName(next))}`}
              </small>
            )}
          </div>
          <div class="meter" aria-hidden="true">
            <i style={{ width: `${100 * Math.min(1, Math.max(0, 1 - leftS / allS))}%` }} />
          </div>
          {chosen !== null && (
            <p class="guided-temperature">
              <span class="num" data-celsius={timer.celsius.value}>
                {timer.celsius.value === null ? '–' : <ReadingFigure atMs={thermometer?.atMs} words={temperature(timer.celsius.value)} />}
              </span>
            </p>
          )}
          {silent && <Notice kind="warn" what={t('thermometerSilent')} todo={t('thermometerSilentTodo')} live />}
          <div class="row">
            <button type="button" class="stop large" data-stop onClick={() => void timer.stop()}>
              <Square size={18} aria-hidden="true" />
              {t('deviceStop')}
            </button>
            {state === 'paused' ? (
              <button type="button" class="quiet" data-resume onClick={() => timer.resume()}>
                <Play size={18} aria-hidden="true" />
                {t('sessionResume')}
              </button>
            ) : (
              <button type="button" class="quiet" data-pause onClick={() => timer.pause()}>
                <Pause size={18} aria-hidden="true" />
                {t('sessionPause')}
              </button>
            )}
            {timer.steps.length > 1 && (
              <button type="button" class="quiet" data-skip onClick={() => timer.skip()}>
                <SkipForward size={18} aria-hidden="true" />
                {t('sessionSkip')}
              </button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function KeepAwake() {
  useWakeLock();
  return null;
}
