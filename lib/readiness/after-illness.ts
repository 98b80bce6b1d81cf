import { addDays, type Day, daysBetween } from '../core/day';
import type { DayCheckIn } from './types';

/** Easing back after an illness: as many easy days as ill days, at most seven. */

const MOST_DAYS = 7;
/** A day without an answer between two ill days does not end the illness. Our choice. */
const GAP_DAYS = 2;

/** Where a day lies among the easy days after an illness: day `day` of `of`. */
export interface EasingBack {
  readonly day: number;
  readonly of: number;
}

/** Null while ill, and when no illness ended lately. */
export function findEasingBack(checkIns: readonly DayCheckIn[], day: Day): EasingBack | null {
  const ill = checkIns
    .filter((one) => one.ill === true && one.day <= day && one.day > addDays(day, -4 * MOST_DAYS))
    .map((one) => one.day)
    .sort();
  const last = ill.at(-1);
  if (last === undefined || last === day) return null;
  let first = last;
  for (const one of [...new Set(ill)].reverse()) if (daysBetween(one, first) <= GAP_DAYS) first = one;
  const of = Math.min(MOST_DAYS, daysBetween(first, last) + 1);
  const since = daysBetween(last, day);
  return since <= of ? { day: since, of } : null;
}
