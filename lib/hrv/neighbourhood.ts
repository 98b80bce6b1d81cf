/** What the good beats around a place look like: their median and median absolute deviation, in ms. */
export interface Neighbourhood {
  readonly median: number;
  readonly mad: number;
}

const EACH_SIDE = 10;
/** How far to look for good beats; further away says little about here. */
const REACH = 40;
const FEWEST = 5;

const values = new Float64Array(2 * EACH_SIDE);

/**
 * Median and MAD of up to ten good beats on either side of beats `from` … `to`; null when fewer than five are near.
 *
 * @param good entry i is 1 where beat i may be relied on
 */
export function neighbourhood(rr: Float64Array, good: Uint8Array, from: number, to: number): Neighbourhood | null {
  let count = 0;
  for (let i = from - 1, found = 0; i >= Math.max(0, from - REACH) && found < EACH_SIDE; i--) {
    if (good[i] !== 1) continue;
    count = insertSorted(rr[i] ?? 0, count);
    found++;
  }
  for (let i = to + 1, found = 0; i <= Math.min(rr.length - 1, to + REACH) && found < EACH_SIDE; i++) {
    if (good[i] !== 1) continue;
    count = insertSorted(rr[i] ?? 0, count);
    found++;
  }
  if (count < FEWEST) return null;
  const median = sortedMedian(count);
  const deviations = values.slice(0, count);
  count = 0;
  for (const value of deviations) count = insertSorted(Math.abs(value - median), count);
  return { median, mad: sortedMedian(count) };
}

function insertSorted(value: number, count: number): number {
  let at = count;
  while (at > 0 && (values[at - 1] ?? 0) > value) {
    values[at] = values[at - 1] ?? 0;
    at--;
  }
  values[at] = value;
  return count + 1;
}

function sortedMedian(count: number): number {
  const middle = count >> 1;
  const upper = values[middle] ?? 0;
  return count % 2 === 1 ? upper : ((values[middle - 1] ?? 0) + upper) / 2;
}
