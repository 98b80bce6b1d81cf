import { DAY_MS } from '../../core/time';
import type { Interval, LocalDay } from './local-days';
import type { Session } from './sessions';

/**
 * The stretches in which an item that takes time may lie: awake, outside quiet hours and sessions, and not in the past. Gives the same
 * answer as the rules with `scope: 'calendar'`, which would be too slow to ask for every start.
 */
export function freeTime(
  days: readonly LocalDay[],
  quiet: readonly Interval[],
  sessions: readonly Session[],
  fromMs: number,
  toMs: number,
): Interval[] {
  let free: Interval[] = days
    .map(({ wakeMs, bedMs }) => ({ fromMs: Math.max(wakeMs, fromMs), toMs: bedMs }))
    .filter((one) => one.toMs > one.fromMs && one.fromMs < toMs);
  const busy = [...quiet, ...sessions.map(({ startMs, endMs }) => ({ fromMs: startMs, toMs: endMs }))];
  for (const one of busy) {
    if (one.toMs <= fromMs || one.fromMs >= toMs + DAY_MS) continue;
    free = free.flatMap((stretch) =>
      one.toMs <= stretch.fromMs || one.fromMs >= stretch.toMs
        ? [stretch]
        : [
            { fromMs: stretch.fromMs, toMs: one.fromMs },
            { fromMs: one.toMs, toMs: stretch.toMs },
          ].filter((part) => part.toMs > part.fromMs),
    );
  }
  return free;
}
