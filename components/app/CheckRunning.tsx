import { useRef } from 'preact/hooks';
import type { CheckSession } from '../../lib/check/check-session';
import type { StrapLink } from '../../lib/check/strap-link';
import type { StreamValues } from '../../lib/hrv';
import { clockTime, number, t } from '../../lib/i18n';
import { faultAdvice, troubleAdvice } from '../../lib/i18n/words/verdict-words';
import type { Breathing } from '../../lib/storage';
import { BreathingPacer } from '../BreathingPacer';
import { Notice } from '../Notice';
import { Tachogram } from '../Tachogram';
import { CancelDialog } from './CancelDialog';
import { openDialog } from './Dialog';
import { EcgStrip } from './EcgStrip';
import { IntervalTable } from './IntervalTable';
import { StrapChip } from './StrapChip';
import { useWakeLock } from './use-wake-lock';

interface CheckRunningProps {
  readonly session: CheckSession;
  readonly strap: StrapLink;
  readonly breathing: Breathing;
}

const PHASES = {
  waiting: 'phaseWaiting',
  settling: 'phaseSettling',
  measuring: 'phaseMeasuring',
  standing: 'phaseStanding',
  done: 'phaseDone',
} as const;

const NOTES = {
  waiting: 'settlingNote',
  settling: 'settlingNote',
  measuring: 'measuringNote',
  standing: 'standingNote',
  done: 'measuringNote',
} as const;

/** A running check: phase and time left, heart rate, intervals, problems. */
export function CheckRunning({ session, strap, breathing }: CheckRunningProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useWakeLock();
  const { phase, remainingS, share, beats, packets } = session.progress.value;
  const trouble = session.trouble.value;
  const advice = trouble === null ? null : troubleAdvice(trouble);
  const silent = strap.fault.value?.code === 'browser-silent' ? faultAdvice('browser-silent') : null;
  const trace = session.trace.value;
  const connecting = session.stage.value === 'connecting';
  const hrBpm = strap.last.value?.hrBpm ?? 0;
  return (
    <section class="card stack" style={{ gap: 'var(--s5)' }}>
      <div class="between" style={{ flexWrap: 'wrap' }}>
        <div aria-live="polite">
          <h2>{connecting ? connectingWords(strap) : t(session.stage.value === 'storing' ? 'storing' : PHASES[phase])}</h2>
          {!connecting && <span class="muted">{t(NOTES[phase])}</span>}
        </div>
        <StrapChip strap={strap} />
      </div>
      {!connecting && (
        <div
          class="meter"
          role="progressbar"
          aria-label={t(PHASES[phase])}
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {silent !== null && <Notice kind="warn" what={silent.what} todo={silent.todo} live />}
      {advice !== null && (
        <Notice kind="warn" what={advice.what} todo={advice.todo} live>
          {trouble === 'storage' && phase === 'done' && (
            <div>
              <button type="button" onClick={() => void session.keep()}>
                {t('tryAgain')}
              </button>
            </div>
          )}
        </Notice>
      )}
      {!connecting && session.fellBack.value && <Notice what={t('fellBack')} todo={t('fellBackTodo')} live />}
      <div class="grid">
        <div class="narrow row" style={{ gap: 'var(--s6)' }}>
          <div>
            <small>{t('heartRate')}</small>
            <div class="big" data-live-hr>
              {hrBpm > 0 ? number(hrBpm) : '–'}
              <span class="unit">{t('bpm')}</span>
            </div>
          </div>
          <div>
            <small>{connecting ? t('measureFor') : t(PHASES[phase])}</small>
            <div class="big">{clockTime(remainingS)}</div>
          </div>
          <LiveRmssd live={session.live.value} />
        </div>
        <div class="wide">{breathing.kind === 'paced' && <BreathingPacer perMin={breathing.perMin} />}</div>
      </div>
      {!connecting && <EcgStrip strap={strap} />}
      <div>
        <div class="between">
          <h3>
            {t('tachogram')} <span class="unit">{t('ms')}</span>
          </h3>
          <small data-beats={beats} data-packets={packets}>
            {t('beats')}: {number(beats)}
          </small>
        </div>
        <Tachogram atS={trace.atS} rrMs={trace.rrMs} />
        <IntervalTable rrMs={trace.rrMs} />
      </div>
      <div class="row">
        <button type="button" class="quiet" onClick={() => (beats === 0 ? void session.discard() : openDialog(dialog))}>
          {t('cancelCheck')}
        </button>
        <small>{t('wakeNote')}</small>
      </div>
      <CancelDialog dialog={dialog} session={session} beats={beats} />
    </section>
  );
}

function connectingWords(strap: StrapLink): string {
  switch (strap.state.value) {
    case 'choosing':
      return t('stateChoosing');
    case 'discovering':
      return t('stateDiscovering');
    case 'ready':
      return t('stateWaiting');
    default:
      return t('stateConnecting');
  }
}

/** RMSSD while it is measured. Provisional, because a beat is final only 45 beats later. */
function LiveRmssd({ live }: { live: StreamValues | null }) {
  const rmssd = live?.corrected.rmssdMs ?? null;
  if (rmssd === null) return null;
  return (
    <div>
      <small>{t('liveRmssd')}</small>
      <div class="big" data-live-rmssd>
        {number(rmssd)}
        <span class="unit">{t('ms')}</span>
      </div>
    </div>
  );
}
