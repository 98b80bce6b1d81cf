import type { Day } from '../core/day';
import { type HeartRates, heartRatesOf, type Profile, scoreOf } from '../training';
import type { ActivityRow, ScoredRow } from './assemble';

/**
 * Activities with their loads, oldest first. Each is weighed with the resting heart rate of its own day and the age of its own year.
 * Nothing else in the product scores a load.
 */
export function scoreActivities<Row extends ActivityRow>(
  activities: readonly Row[],
  profile: Profile,
  restingOn: (day: Day) => number | null,
): ScoredRow<Row>[] {
  const found = new Map<Day, { readonly restBpm: number | null; readonly rates: HeartRates | null }>();
  const ratesOn = (day: Day) => {
    const known = found.get(day);
    if (known !== undefined) return known;
    const restBpm = restingOn(day);
    const made = { restBpm, rates: heartRatesOf(profile, Number(day.slice(0, 4)), restBpm) };
    found.set(day, made);
    return made;
  };
  return activities
    .map((activity) => {
      const { restBpm, rates } = ratesOn(activity.day);
      return { ...activity, ...scoreOf(activity, rates), restBpm };
    })
    .sort((a, b) => a.startMs - b.startMs);
}
