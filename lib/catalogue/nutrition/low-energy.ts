import { computeMean } from '../../core/statistics';

/** A note, not a diagnosis: mass, cycle and heart rate variability falling together can mean too little food. There are no targets. */

export interface EnergySigns {
  /** Body mass over the last weeks, oldest first. */
  readonly masses: readonly { readonly day: number; readonly kg: number }[];
  /** Days since the last period began, and the usual length of the cycle; null when it is not tracked, or there is none. */
  readonly cycle: { readonly sinceDays: number; readonly usualDays: number } | null;
  readonly trend: 'below' | 'within' | 'above' | null;
}

/** Ours: this share of mass lost between the first and the last week of four, and a cycle this much longer than usual. */
const MASS_SHARE = 0.02;
const WEEK = 7;
const LEAST_SPAN_DAYS = 14;
const LATE_DAYS = 14;

/** True when all three fall together; two of them have too many other causes. */
export function lowEnergyNote({ masses, cycle, trend }: EnergySigns): boolean {
  return trend === 'below' && cycle !== null && cycle.sinceDays >= cycle.usualDays + LATE_DAYS && massFalls(masses);
}

function massFalls(masses: EnergySigns['masses']): boolean {
  const first = masses[0]?.day;
  const last = masses.at(-1)?.day;
  if (first === undefined || last === undefined || last - first < LEAST_SPAN_DAYS) return false;
  const early = computeMean(masses.filter(({ day }) => day < first + WEEK).map(({ kg }) => kg));
  const late = computeMean(masses.filter(({ day }) => day > last - WEEK).map(({ kg }) => kg));
  return early !== null && late !== null && (early - late) / early >= MASS_SHARE;
}

/** Shorter and longer values are typing errors, or a period that was not recorded. Ours. */
const CYCLE_DAYS = [15, 60] as const;

/**
 * Days since the last period began, and the usual length of cycles (their median), from the recorded days of the cycle. Null until two
 * beginnings are known, because there is no usual length before.
 *
 * @param said consecutive day numbers, with the day of the cycle given on each (1: it began that day)
 */
export function findCycle(said: readonly { readonly day: number; readonly cycleDay: number }[], today: number): EnergySigns['cycle'] {
  const starts = [...new Set(said.map(({ day, cycleDay }) => day + 1 - cycleDay))].sort((a, b) => a - b);
  const last = starts.at(-1);
  const lengths = starts
    .slice(1)
    .map((start, i) => start - (starts[i] ?? start))
    .filter((length) => length >= CYCLE_DAYS[0] && length <= CYCLE_DAYS[1])
    .sort((a, b) => a - b);
  const usualDays = lengths[Math.floor((lengths.length - 1) / 2)];
  return last === undefined || usualDays === undefined ? null : { sinceDays: today - last, usualDays };
}
