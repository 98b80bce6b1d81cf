import { clamp } from '../core/numbers';
import { computeMedian, computeQuantile, sortNumbers } from '../core/statistics';

/** Mean and SD that one bad morning hardly changes. */

/**
 * Values farther from the median than this many robust SDs are moved to that fence before mean and SD are taken (winsorised): 2.5, as
 * Leys 2013 (J Exp Soc Psychol 49:764) proposes for the median absolute deviation.
 */
const FENCE = 2.5;
/** Factors that turn the median absolute deviation, and the quartile distance, into an SD of normal values. */
const MAD_TO_SD = 1.4826;
const IQR_TO_SD = 1 / 1.349;

export interface Spread {
  readonly mean: number;
  /** Null with fewer than two values. */
  readonly sd: number | null;
  /** The number of equally weighted values that this corresponds to: (Σw)² ÷ Σw² (Kish). */
  readonly count: number;
}

/**
 * Weighted mean and SD (n − 1) of winsorised values; null without any. The robust SD of the fence is the larger of 1.4826 · MAD and the
 * quartiles' distance ÷ 1.349, so that values of two kinds, or rounded ones, are not cut to one; below `leastSd` it counts as that.
 */
export function estimateSpread(values: readonly number[], weights: readonly number[] | null, leastSd: number): Spread | null {
  const sorted = sortNumbers(values);
  const quantile = (share: number) => computeQuantile(sorted, share) ?? 0;
  const middle = quantile(0.5);
  const deviation = computeMedian(sorted.map((value) => Math.abs(value - middle))) ?? 0;
  const quartiles = quantile(0.75) - quantile(0.25);
  const robust = Math.max(leastSd, MAD_TO_SD * deviation, IQR_TO_SD * quartiles);
  const drawnIn = values.map((value) => clamp(value, middle - FENCE * robust, middle + FENCE * robust));
  const add = (read: (value: number, weight: number) => number) =>
    drawnIn.reduce((total, value, i) => total + read(value, weights?.[i] ?? 1), 0);
  const total = add((_, weight) => weight);
  if (total === 0) return null;
  const mean = add((value, weight) => weight * value) / total;
  if (values.length < 2) return { mean, sd: null, count: 1 };
  const squaredWeights = add((_, weight) => weight ** 2);
  const squares = add((value, weight) => weight * (value - mean) ** 2);
  return { mean, sd: Math.sqrt(squares / (total - squaredWeights / total)), count: total ** 2 / squaredWeights };
}
