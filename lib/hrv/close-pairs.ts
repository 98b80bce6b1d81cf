import { findRank, type Ranks, reach } from './ranks';
import { int32 } from './scratch';
import { TripleWindow } from './triple-window';

/**
 * Counts, exactly and without comparing every pair, how many pairs of templates of a series lie within a tolerance in every coordinate.
 * Templates are swept in the order of their first value. A window holds those whose first value is near enough, and a counting structure
 * over the other values tells how many of them match.
 */

/** Templates of a series, ready for the sweep. */
export interface Templates {
  readonly ranks: Ranks;
  /** For each rank the lowest and the highest one within the tolerance. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Index of each template's first value, in ascending order of that value. */
  readonly order: Int32Array;
}

/** @param starts index of each template's first value; two more must follow each */
export function templates(values: Float64Array, starts: Int32Array, tolerance: number): Templates {
  const ranks = findRank(values);
  return { ranks, ...reach(ranks.distinct, tolerance), order: sweepOrder(starts, ranks.rank, ranks.distinct.length) };
}

/** Pairs that match in two values, and those of them that match in the third as well. */
export interface CloseCounts {
  readonly pairs: number;
  readonly triples: number;
}

/** Up to this many templates, comparing those in the window one by one is faster than maintaining trees. */
const FEW = 800;

/** Both counts of a set of templates. */
export function countClose(of: Templates): CloseCounts {
  if (of.order.length <= FEW) return countByComparing(of);
  return { pairs: countClosePairs(of), triples: countCloseTriples(of) };
}

/** Compares every pair in the sweep's window: O(n · window). */
export function countByComparing({ ranks: { rank }, low, high, order }: Templates): CloseCounts {
  let pairs = 0;
  let triples = 0;
  let tail = 0;
  for (let i = 0; i < order.length; i++) {
    const start = order[i] ?? 0;
    const leastFirst = low[rank[start] ?? 0] ?? 0;
    while ((rank[order[tail] ?? 0] ?? 0) < leastFirst) tail++;
    const second = rank[start + 1] ?? 0;
    const third = rank[start + 2] ?? 0;
    const s0 = low[second] ?? 0;
    const s1 = high[second] ?? 0;
    const t0 = low[third] ?? 0;
    const t1 = high[third] ?? 0;
    for (let j = tail; j < i; j++) {
      const other = order[j] ?? 0;
      const s = rank[other + 1] ?? 0;
      if (s < s0 || s > s1) continue;
      pairs++;
      const t = rank[other + 2] ?? 0;
      if (t >= t0 && t <= t1) triples++;
    }
  }
  return { pairs, triples };
}

/** Pairs of templates (v(i), v(i + 1)) with both differences within the tolerance. A Fenwick tree over ranks of the second: O(n log n). */
export function countClosePairs({ ranks, low, high, order }: Templates): number {
  const { distinct, rank } = ranks;
  const tree = int32(distinct.length + 1);
  let count = 0;
  let tail = 0;
  for (let i = 0; i < order.length; i++) {
    const start = order[i] ?? 0;
    const leastFirst = low[rank[start] ?? 0] ?? 0;
    while ((rank[order[tail] ?? 0] ?? 0) < leastFirst) {
      add(tree, rank[(order[tail] ?? 0) + 1] ?? 0, -1);
      tail++;
    }
    const second = rank[start + 1] ?? 0;
    count += prefix(tree, high[second] ?? 0) - prefix(tree, (low[second] ?? 0) - 1);
    add(tree, second, 1);
  }
  return count;
}

/**
 * Pairs of templates (v(i), v(i + 1), v(i + 2)) with all three differences within the tolerance. Ranks are put into about √n bins; a
 * two-dimensional Fenwick tree counts the bins that lie fully within. The templates of the bins on the edge, few of which are in the
 * window, are compared one by one. O(n log² n) where values repeat, as a sensor's do; at worst O(n √n).
 */
export function countCloseTriples({ ranks, low, high, order }: Templates): number {
  const { rank } = ranks;
  const window = new TripleWindow(ranks, order);
  let count = 0;
  let tail = 0;
  for (let i = 0; i < order.length; i++) {
    const start = order[i] ?? 0;
    const leastFirst = low[rank[start] ?? 0] ?? 0;
    while ((rank[order[tail] ?? 0] ?? 0) < leastFirst) window.removeOldest(order[tail++] ?? 0);
    const second = rank[start + 1] ?? 0;
    const third = rank[start + 2] ?? 0;
    count += window.count(low[second] ?? 0, high[second] ?? 0, low[third] ?? 0, high[third] ?? 0);
    window.add(start);
  }
  return count;
}

/** Templates in ascending order of their first value, by counting. */
function sweepOrder(starts: Int32Array, rank: Int32Array, ranks: number): Int32Array {
  const next = int32(ranks + 1);
  for (const start of starts) {
    const r = (rank[start] ?? 0) + 1;
    next[r] = (next[r] ?? 0) + 1;
  }
  for (let r = 1; r <= ranks; r++) next[r] = (next[r] ?? 0) + (next[r - 1] ?? 0);
  const order = int32(starts.length);
  for (const start of starts) {
    const r = rank[start] ?? 0;
    const at = next[r] ?? 0;
    order[at] = start;
    next[r] = at + 1;
  }
  return order;
}

function add(tree: Int32Array, rank: number, by: number): void {
  for (let i = rank + 1; i < tree.length; i += i & -i) tree[i] = (tree[i] ?? 0) + by;
}

/** How many have a rank of at most `rank`. */
function prefix(tree: Int32Array, rank: number): number {
  let sum = 0;
  for (let i = rank + 1; i > 0; i -= i & -i) sum += tree[i] ?? 0;
  return sum;
}
