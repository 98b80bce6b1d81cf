import type { Band, Position } from './types';

/** Days before today that the range rests on (HRV4Training's normal range). */
export const BASELINE_DAYS = 60;
/** Valid days, in the last 14, before anything is judged. */
export const LEARNING_NEEDS = 7;
export const LEARNING_WINDOW_DAYS = 14;
/** Below this many valid days the range is provisional. */
export const PROVISIONAL_BELOW = 28;
export const TREND_DAYS = 7;
export const DAY_WIDTH_SD = 1;
export const TREND_WIDTH_SD = 0.5;

/** Mean and SD (n − 1) of values; SD null below two. */
export function meanAndSd(values: readonly number[]): { mean: number; sd: number | null } | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length < 2) return { mean, sd: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}

/**
 * The factor by which a provisional range is widened: the upper end of the one-sided 80 % interval of an SD estimated from n values,
 * √((n − 1) / χ²), χ² being the 20th percentile for n − 1 degrees of freedom by Wilson and Hilferty's approximation (1931). That it is 80 %
 * is our choice. 1.39 at 7 days, 1.15 at 27; 1 once the range is no longer provisional.
 */
export function widening(days: number): number {
  if (days >= PROVISIONAL_BELOW || days < 2) return 1;
  const degrees = days - 1;
  const z20 = -0.8416;
  const chi2 = degrees * (1 - 2 / (9 * degrees) + z20 * Math.sqrt(2 / (9 * degrees))) ** 3;
  return Math.sqrt(degrees / chi2);
}

/** Smaller SDs say more of the few days than of the person: about 3 % of RMSSD (ln units), and half a beat a minute. Ours. */
export const LEAST_SD = { lnRmssd: 0.03, hrBpm: 0.5 } as const;

/** The band mean ± width · SD of one value a day, widened while provisional. Null below two days. */
export function bandOf(values: readonly number[], widthSd: number, leastSd: number): Band | null {
  const stats = meanAndSd(values);
  if (stats === null || stats.sd === null) return null;
  const half = widthSd * Math.max(leastSd, stats.sd) * widening(values.length);
  return { mean: stats.mean, low: stats.mean - half, high: stats.mean + half };
}

export function positionIn(band: Band, value: number): Position {
  if (value < band.low) return 'below';
  return value > band.high ? 'above' : 'within';
}
