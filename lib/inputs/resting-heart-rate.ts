import { type Day, dayNumber } from '../core/day';
import { computeMean } from '../core/statistics';
import { type DayCheck, enters } from '../readiness';
import type { Profile } from '../training';

/**
 * Days, the day itself among them, whose mornings give the resting heart rate of a day: as many as the usual range rests on. A fixed
 * number, so that the load of an activity depends neither on the days that a screen reads nor on when it is looked at. Ours.
 */
export const RESTING_DAYS = 60;

/**
 * The one resting heart rate by the one rule, in bpm: what the user typed, else the mean of the mornings that count of the `RESTING_DAYS`
 * days up to that day, else null.
 * @param mornings oldest first; of a day with several the last one stands
 */
export function findRestingHeartRates(profile: Pick<Profile, 'hrRestBpm'>, mornings: readonly DayCheck[]): (day: Day) => number | null {
  const { hrRestBpm } = profile;
  if (hrRestBpm !== null) return () => hrRestBpm;
  const { days, rates } = dailyRates(mornings);
  return (day) => {
    const at = dayNumber(day);
    return computeMean(rates.slice(firstAfter(days, at - RESTING_DAYS), firstAfter(days, at)));
  };
}

/** One rate a day, by day numbers. */
function dailyRates(mornings: readonly DayCheck[]): { readonly days: readonly number[]; readonly rates: readonly number[] } {
  const [days, rates]: [number[], number[]] = [[], []];
  for (const morning of mornings) {
    if (!enters(morning) || morning.hrBpm === null) continue;
    const day = dayNumber(morning.day);
    if (days.at(-1) === day) {
      days.pop();
      rates.pop();
    }
    days.push(day);
    rates.push(morning.hrBpm);
  }
  return { days, rates };
}

/** The place of the first day after another, by halving. */
function firstAfter(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
