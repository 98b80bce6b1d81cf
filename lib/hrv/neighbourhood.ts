/** What the good beats around a place look like: their median and median absolute deviation, in ms. */
export interface Neighbourhood {
  readonly median: number;
  readonly mad: number;
}

/** Good beats on each side: a few near ones for the level, more for the spread, which few would estimate too unsteadily. */
const NEAR = 10;
const WIDE = 25;
/** How far to look for good beats; further away says little about here. */
const REACH = 60;
const FEWEST = 5;

/** Scratch of `neighbourhood`, ascending. */
const sorted = new Float64Array(2 * WIDE);

/**
 * Median of up to ten good beats on either side of beats `from` … `to`, and median absolute deviation from it of up to 25 on either side;
 * null when fewer than five are near.
 *
 * @param good entry i is 1 where beat i may be relied on
 */
export function neighbourhood(rr: Float64Array, good: Uint8Array, from: number, to: number): Neighbourhood | null {
  const near = gather(rr, good, from, to, NEAR, 0, false);
  if (near < FEWEST) return null;
  const median = sortedMedian(near);
  const wide = gather(rr, good, from, to, WIDE, median, true);
  return { median, mad: sortedMedian(wide) };
}

/** Fills the scratch with beats, or with their distances from `level`, and says how many there are. */
function gather(rr: Float64Array, good: Uint8Array, from: number, to: number, eachSide: number, level: number, distance: boolean): number {
  let count = 0;
  for (const step of [-1, 1]) {
    let found = 0;
    let i = step < 0 ? from - 1 : to + 1;
    for (let k = 0; k < REACH && found < eachSide && i >= 0 && i < rr.length; k++, i += step) {
      if (good[i] !== 1) continue;
      const value = rr[i] ?? 0;
      insertSorted(distance ? Math.abs(value - level) : value, count++);
      found++;
    }
  }
  return count;
}

function insertSorted(value: number, count: number): void {
  let at = count;
  while (at > 0 && (sorted[at - 1] ?? 0) > value) {
    sorted[at] = sorted[at - 1] ?? 0;
    at--;
  }
  sorted[at] = value;
}

function sortedMedian(count: number): number {
  const middle = count >> 1;
  const upper = sorted[middle] ?? 0;
  return count % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
