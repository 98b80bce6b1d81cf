/**
 * Statistics of plain numbers, without units: a result has the unit of its values. Written here rather than taken from a library because
 * these few lines are all that is needed, and the card's script, which training sites load, includes some of them.
 */

/** Sum; 0 without values. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}

/** Arithmetic mean; null without values. */
export function computeMean(values: ArrayLike<number>): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Standard deviation of a sample, divided by n − 1; null below two values. */
export function computeSd(values: ArrayLike<number>): number | null {
  const mean = computeMean(values);
  if (mean === null || values.length < 2) return null;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/** The values in ascending order, as `computeQuantile` takes them. */
export function sortNumbers(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, the default of R and NumPy); null without values.
 * @param sorted in ascending order (`sortNumbers`), so that several quantiles need one sorting
 * @param share 0 to 1; 0.5 is the median
 */
export function computeQuantile(sorted: ArrayLike<number>, share: number): number | null {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  if (low === undefined) return null;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place % 1);
}

/** Median: the middle value, or the mean of the two middle ones; null without values. */
export function computeMedian(values: ArrayLike<number>): number | null {
  const sorted = sortNumbers(values);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export interface Line {
  readonly slope: number;
  /** y at x = 0. */
  readonly intercept: number;
}

/** Straight line of least squares through points; its slope is 0 where all x are equal. Null without points. */
export function fitLine(x: readonly number[], y: readonly number[]): Line | null {
  const [meanX, meanY] = [computeMean(x), computeMean(y)];
  if (meanX === null || meanY === null) return null;
  const spread = sum(x.map((one) => (one - meanX) ** 2));
  const slope = spread === 0 ? 0 : sum(x.map((one, i) => (one - meanX) * ((y[i] ?? 0) - meanY))) / spread;
  return { slope, intercept: meanY - slope * meanX };
}
