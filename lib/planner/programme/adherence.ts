import type { Day } from '../../core/day';
import { daysBetween } from '../../core/day';
import { computeMean } from '../../core/statistics';
import { isFullDose } from '../full-dose';
import type { LogEntry } from '../rules/situation';
import type { Target } from './targets';

/** Compares a week with its targets. A skip with a reason counts as kept: a day off costs nothing. */

export interface TargetWeek {
  readonly id: Target['id'];
  readonly from: number;
  readonly to: number;
  readonly whose: readonly string[];
  /** Number of days on which it was done; twice a day counts once. */
  readonly done: number;
  readonly skippedWithReason: number;
  /** Share of `from` that was done or skipped with a reason, 0 to 1; null if there is no target. */
  readonly kept: number | null;
  /** Whether fewer days of the week are left, including today, than are still needed. */
  readonly outOfReach: boolean;
}

export interface WeekAdherence {
  readonly weekFrom: Day;
  readonly targets: readonly TargetWeek[];
  /** Mean of the targets' shares; null if there are no targets. */
  readonly kept: number | null;
}

/**
 * Computes the adherence of a week.
 * @param log entries with their local days; ignores those of other weeks
 * @param restDays days of the week so far without training, or with easy movement only
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
    const done = new Set(entries.filter((entry) => entry.outcome === 'done' && isFullDose(entry)).map(({ day }) => day));
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
