import type { Day } from '../core/day';
import { type Activity, findHeartRates, type HeartRates, type LoadBasis, type Profile, scoreActivity } from '../training';

/** A stored activity, with the time at each heart rate where known. */
export interface ActivityRow extends Activity {
  /** The local day on which it began. */
  readonly day: Day;
  readonly timeZone: string;
}

/** An activity with its load. */
export type ScoredRow<Row extends ActivityRow> = Row & {
  readonly score: number;
  readonly basis: LoadBasis;
  /** The resting heart rate used for its score, bpm; null: unknown. */
  readonly restBpm: number | null;
};

/**
 * Activities with their loads, oldest first. Each uses the resting heart rate of its own day and the age in its own year. No other code
 * scores a load.
 *
 * With `byEffort`, heart rates are not used, whatever was measured: a medicine that slows the heart would make every load too small.
 */
export function scoreActivities<Row extends ActivityRow>(
  activities: readonly Row[],
  { profile, byEffort }: { readonly profile: Profile; readonly byEffort: boolean },
  restingOn: (day: Day) => number | null,
): ScoredRow<Row>[] {
  const found = new Map<Day, { readonly restBpm: number | null; readonly rates: HeartRates | null }>();
  const ratesOn = (day: Day) => {
    const known = found.get(day);
    if (known !== undefined) return known;
    const restBpm = restingOn(day);
    const made = { restBpm, rates: byEffort ? null : findHeartRates(profile, Number(day.slice(0, 4)), restBpm) };
    found.set(day, made);
    return made;
  };
  return activities
    .map((activity) => {
      const { restBpm, rates } = ratesOn(activity.day);
      return { ...activity, ...scoreActivity(activity, rates), restBpm };
    })
    .sort((a, b) => a.startMs - b.startMs);
}
