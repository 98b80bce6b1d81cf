import type { StopAnswer } from '../../lib/devices/remote/emergency-stop';
import type { CommandOutcome } from '../../lib/devices/remote/schema';
import { listNames, type MessageKey, t } from '../../lib/i18n';

const UNSTOPPED: Readonly<Partial<Record<CommandOutcome, MessageKey>>> = {
  stopping: 'stopToastStopping',
  'not-stopped': 'stopToastNotStopped',
  'stop-pending': 'stopToastPending',
};

/** What became of an Escape: first what did not stop, then what did. */
export function stopWords({ devices, timers, outcome, timersStopped }: StopAnswer): string {
  const arrived = outcome === 'accepted';
  const stopped = [...(arrived ? devices : []), ...(timersStopped ? timers : [])];
  const parts: string[] = [];
  if (!arrived && devices.length > 0) parts.push(t(UNSTOPPED[outcome] ?? 'stopToastFailed', listNames(devices)));
  if (!timersStopped && timers.length > 0) parts.push(t('stopToastTimers', listNames(timers)));
  if (stopped.length > 0) parts.push(t('stopToastStopped', listNames(stopped)));
  return parts.join(' ');
}
