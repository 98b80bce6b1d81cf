import type { StopAnswer } from '../../lib/devices/remote/emergency-stop';
import type { CommandOutcome } from '../../lib/devices/remote/schema';
import { listNames, type MessageKey, t } from '../../lib/i18n';

/** The worst first. */
const UNSTOPPED = [
  'stopToastNotStopped',
  'stopToastFailed',
  'stopToastPending',
  'stopToastStopping',
] as const satisfies readonly MessageKey[];

const BY_OUTCOME: Readonly<Partial<Record<CommandOutcome, (typeof UNSTOPPED)[number]>>> = {
  'not-stopped': 'stopToastNotStopped',
  'stop-pending': 'stopToastPending',
  stopping: 'stopToastStopping',
};

/** What became of an Escape, each device by its own outcome: first what did not stop, then what did. */
export function stopWords({ devices, timers, timersStopped }: StopAnswer): string {
  const parts: string[] = UNSTOPPED.flatMap((words) => {
    const named = devices.filter(({ outcome }) => outcome !== 'accepted' && (BY_OUTCOME[outcome] ?? 'stopToastFailed') === words);
    return named.length === 0 ? [] : [t(words, listNames(named.map(({ name }) => name)))];
  });
  const others = timers.map(({ name }) => name);
  if (!timersStopped && others.length > 0) parts.push(t('stopToastTimers', listNames(others)));
  const stopped = [...devices.filter(({ outcome }) => outcome === 'accepted').map(({ name }) => name), ...(timersStopped ? others : [])];
  if (stopped.length > 0) parts.push(t('stopToastStopped', listNames(stopped)));
  return parts.join(' ');
}

/** The outcome that is said first. */
export function worstOutcome({ devices, timersStopped }: StopAnswer): CommandOutcome {
  const order: readonly CommandOutcome[] = ['not-stopped', 'failed', 'needs-chooser', 'stop-pending', 'stopping'];
  return order.find((outcome) => devices.some((device) => device.outcome === outcome)) ?? (timersStopped ? 'accepted' : 'failed');
}
