import { Square } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { SessionState } from '../../lib/devices/remote/schema';
import { clockTime, t } from '../../lib/i18n';
import { useCountDown } from '../use-count-down';

interface RunningLineProps {
  readonly name: string;
  /** What it does now; null when the name says it. */
  readonly doing: string | null;
  readonly ends: Pick<SessionState, 'endsAtMs' | 'leftS'>;
  readonly nowMs: () => number;
  readonly stop: () => void;
  readonly stopsOnEscape: boolean;
  /** The name as it is shown. */
  readonly children: ComponentChildren;
}

/** One thing that runs, in the bar, with its Stop. */
export function RunningLine({ name, doing, ends, nowMs, stop, stopsOnEscape, children }: RunningLineProps) {
  const left = useCountDown(ends, nowMs);
  return (
    <div class="running-line" data-running={name}>
      <span class="running-words">
        {children} {doing !== null && <span class="muted">{doing}</span>}
      </span>
      {left !== null && (
        <span class="num" role="timer" aria-label={t('sessionLeft')}>
          {clockTime(left)}
        </span>
      )}
      <button type="button" class="stop" aria-label={t('deviceStopName', name)} {...shortcut(stopsOnEscape)} onClick={stop}>
        <Square size={16} aria-hidden="true" />
        {t('deviceStop')}
      </button>
    </div>
  );
}

/** The key beside the words: drawn by the style sheet, because a button's name must be what one reads on it. */
export function shortcut(shown: boolean) {
  return shown ? { 'aria-keyshortcuts': 'Escape', 'data-key': t('runningEscape') } : {};
}
