import type { Day } from '../../lib/core/day';
import { type Activity, type DayLoad, fillLoadDays, type HeartRates, type ScoredActivity, scoreOf } from '../../lib/training';

/** Activities with their loads, for rooms that are given scored ones. */
export function score(activities: readonly (Activity & { readonly day: Day })[], rates: HeartRates | null = null): ScoredActivity[] {
  return activities.map((activity) => ({ ...activity, ...scoreOf(activity, rates) })).sort((a, b) => a.startMs - b.startMs);
}

/** Every day's load from the first activity to `until`. */
export function loadsUntil(activities: readonly ScoredActivity[], until: Day): DayLoad[] {
  const from = activities.map(({ day }) => day).sort()[0] ?? until;
  return from > until ? [] : fillLoadDays(activities, { from, to: until, known: until, trainedBefore: null });
}
