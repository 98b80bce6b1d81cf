import { float64, int32 } from './scratch';

/** Replaces values by their rank among the distinct ones, so that counting structures can be indexed by them. */

/** The distinct values of a series, ascending, and each value's rank among them. */
export interface Ranks {
  readonly distinct: Float64Array;
  readonly rank: Int32Array;
}

/** Ranks of a series of finite values. */
export function findRank(values: Float64Array): Ranks {
  const sorted = float64(values.length);
  sorted.set(values);
  sorted.sort();
  let size = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[size++] = sorted[i] ?? 0;
  }
  const distinct = sorted.subarray(0, size);
  const rank = int32(values.length);
  for (let i = 0; i < values.length; i++) rank[i] = firstAtLeast(distinct, values[i] ?? 0);
  return { distinct, rank };
}

function firstAtLeast(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each rank the lowest and the highest rank whose value differs by no more than the tolerance. */
export function reach(distinct: Float64Array, tolerance: number): { low: Int32Array; high: Int32Array } {
  const n = distinct.length;
  const low = int32(n);
  const high = int32(n);
  let from = 0;
  for (let i = 0; i < n; i++) {
    while ((distinct[i] ?? 0) - (distinct[from] ?? 0) > tolerance) from++;
    low[i] = from;
  }
  let to = n - 1;
  for (let i = n - 1; i >= 0; i--) {
    while ((distinct[to] ?? 0) - (distinct[i] ?? 0) > tolerance) to--;
    high[i] = to;
  }
  return { low, high };
}

/**
 * Divides the ranks into bins that hold about as many values each. A rank that would fill a bin gets one of its own, so that the bins at
 * the edge of a range are seldom the full ones.
 */
export function binsOfEqualCount({ distinct, rank }: Ranks, aim: number): { bin: Int32Array; first: Int32Array } {
  const sizes = int32(distinct.length);
  for (const r of rank) sizes[r] = (sizes[r] ?? 0) + 1;
  const most = rank.length / aim;
  const bin = int32(distinct.length);
  const first: number[] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (let r = 0; r < distinct.length; r++) {
    const size = sizes[r] ?? 0;
    if (filled + size > most) {
      first.push(r);
      filled = 0;
    }
    bin[r] = first.length - 1;
    filled += size;
  }
  first.push(distinct.length);
  return { bin, first: Int32Array.from(first) };
}
