import { type Day, dayNumber } from '../core/day';
import { computeMean } from '../core/statistics';
import { type DayCheck, enters } from '../readiness';
import type { Profile } from '../training';

/**
 * Number of days, including the day itself, whose mornings give a day's resting heart rate: the same as for the usual range. It is fixed,
 * so that the load of an activity depends neither on the days that a screen reads nor on when it is viewed. Ours.
 */
export const RESTING_DAYS = 60;

/**
 * The resting heart rate, bpm, by one rule: the user's own value, otherwise the mean of the counting mornings of the `RESTING_DAYS` days up
 * to that day, otherwise null.
 * @param mornings oldest first; on a day with several, the last one counts
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

/** One rate per day, by day number. */
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

/** The index of the first day after another, by binary search. */
function firstAfter(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
