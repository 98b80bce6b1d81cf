/** What the good beats around a place look like. */

/** Good beats on each side: a few near ones for the level, more for the spread, which few would estimate too unsteadily. */
const NEAR = 10;
const WIDE = 25;
/** How far to look for good beats; further away says little about here. */
const REACH = 60;
const FEWEST = 5;

/** Scratch of `neighbourhood`, ascending. */
const sorted = new Float64Array(2 * WIDE);

/**
 * Median of up to ten good beats on either side of beats `from` … `to`; null when fewer than five are near.
 *
 * @param good entry i is 1 where beat i may be relied on
 */
export function localMedian(rr: Float64Array, good: Uint8Array, from: number, to: number): number | null {
  const near = gather(rr, good, from, to, NEAR, null);
  return near < FEWEST ? null : sortedMedian(near);
}

/** Median absolute deviation from `level` of up to 25 good beats on either side of beats `from` … `to`. */
export function localMad(rr: Float64Array, good: Uint8Array, from: number, to: number, level: number): number {
  return sortedMedian(gather(rr, good, from, to, WIDE, level));
}

/** Fills the scratch with beats, or with their distances from `level` when there is one, and says how many there are. */
function gather(rr: Float64Array, good: Uint8Array, from: number, to: number, eachSide: number, level: number | null): number {
  let count = 0;
  for (const step of [-1, 1]) {
    let found = 0;
    let i = step < 0 ? from - 1 : to + 1;
    for (let k = 0; k < REACH && found < eachSide && i >= 0 && i < rr.length; k++, i += step) {
      if (good[i] !== 1) continue;
      const value = rr[i] ?? 0;
      insertSorted(level === null ? value : Math.abs(value - level), count++);
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
