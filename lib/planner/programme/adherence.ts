import type { Day } from '../../core/day';
import { daysBetween } from '../../core/day';
import { computeMean } from '../../core/statistics';
import type { LogEntry } from '../rules/situation';
import type { Target } from './targets';

/** How a week went against its targets. A skip with a reason counts as kept; there is nothing to lose by a day off. */

export interface TargetWeek {
  readonly id: Target['id'];
  readonly from: number;
  readonly to: number;
  readonly whose: readonly string[];
  /** Days on which it was done; twice a day is once. */
  readonly done: number;
  readonly skippedWithReason: number;
  /** done + skippedWithReason, at most `from`, as a share of it, 0 … 1; null where nothing was asked. */
  readonly kept: number | null;
  /** Days left in the week, today included, are fewer than what is open. */
  readonly outOfReach: boolean;
}

export interface WeekAdherence {
  readonly weekFrom: Day;
  readonly targets: readonly TargetWeek[];
  /** Mean of the targets' shares; null where nothing was asked. */
  readonly kept: number | null;
}

/**
 * @param log with the local day of each entry; other weeks' entries do not matter
 * @param restDays days without training, or with easy movement only, of the week so far
 */
export function computeAdherence(
  targets: readonly Target[],
  log: readonly (LogEntry & { readonly day: Day })[],
  weekFrom: Day,
  today: Day,
  restDays: readonly Day[],
): WeekAdherence {
  const inWeek = (day: Day) => daysBetween(weekFrom, day) >= 0 && daysBetween(weekFrom, day) < 7;
  const week = log.filter(({ day }) => inWeek(day));
  const daysLeft = Math.min(7, Math.max(0, 7 - daysBetween(weekFrom, today)));
  const rows = targets.map((target) => {
    const entries = week.filter(({ modality }) => target.modalities.includes(modality));
    const done = new Set(entries.filter(({ outcome }) => outcome === 'done').map(({ day }) => day));
    if (target.id === 'rest-day') for (const day of restDays.filter(inWeek)) done.add(day);
    const skipped = new Set(entries.filter(isExcused).map(({ day }) => day));
    for (const day of done) skipped.delete(day);
    const { id, from, to, whose } = target;
    const kept = from === 0 ? null : Math.min(1, (done.size + skipped.size) / from);
    const open = from - done.size - skipped.size;
    return { id, from, to, whose, done: done.size, skippedWithReason: skipped.size, kept, outOfReach: open > daysLeft };
  });
  const shares = rows.flatMap(({ kept }) => kept ?? []);
  return { weekFrom, targets: rows, kept: computeMean(shares) };
}

function isExcused({ outcome, reason }: LogEntry): boolean {
  return outcome === 'skipped' && reason !== null && reason.trim() !== '';
}
