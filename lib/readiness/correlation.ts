import { clamp } from '../core/numbers';
import { sum } from '../core/statistics';
import { estimateSpread } from './robust';
import type { DayCheck } from './types';

/**
 * HRV and heart rate of one morning are two views of one heart: whoever has a low HRV often has a high heart rate as well. How closely the
 * two go together in a person is needed to weigh them without counting one thing twice.
 */

/**
 * The correlation assumed before there is evidence, and the number of mornings that it counts as. Ours; the product's simulated athletes
 * have 0.35 to 0.75.
 */
const PRIOR = 0.5;
const PRIOR_MORNINGS = 20;
/** Values farther from the mean than this count as this far, in SDs. Ours. */
const FENCE = 2.5;
const LEAST = 3;

/** The correlation of a low HRV with a high heart rate over mornings, drawn towards the prior; between 0 and 0.9. */
export function estimateCorrelation(checks: readonly Pick<DayCheck, 'lnRmssd' | 'hrBpm'>[]): number {
  const both = checks.flatMap(({ lnRmssd, hrBpm }) => (hrBpm === null ? [] : [{ lnRmssd, hrBpm }]));
  const hrv = standardise(both.map(({ lnRmssd }) => lnRmssd));
  const hr = standardise(both.map(({ hrBpm }) => hrBpm));
  if (hrv === null || hr === null) return PRIOR;
  const products = sum(hrv.map((z, i) => -z * (hr[i] ?? 0)));
  const size = Math.sqrt(sum(hrv.map((z) => z * z)) * sum(hr.map((z) => z * z)));
  const found = size === 0 ? PRIOR : products / size;
  const drawn = (PRIOR * PRIOR_MORNINGS + found * both.length) / (PRIOR_MORNINGS + both.length);
  return clamp(drawn, 0, 0.9);
}

function standardise(values: readonly number[]): number[] | null {
  const spread = values.length < LEAST ? null : estimateSpread(values, null, 0);
  if (spread === null || spread.sd === null || spread.sd === 0) return null;
  const { mean, sd } = spread;
  return values.map((value) => clamp((value - mean) / sd, -FENCE, FENCE));
}
