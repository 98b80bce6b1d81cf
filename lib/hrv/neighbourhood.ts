/** Statistics of the good beats around a place in the series. */

/** Good beats on each side: a few near ones for the level, more for the spread, which a few would estimate too unsteadily. */
const NEAR = 10;
const WIDE = 25;
/** How far to look for good beats; those further away say little about this place. */
const REACH = 60;
const FEWEST = 5;

/** Scratch memory; its values are in no order. */
const scratch = new Float64Array(2 * WIDE);

/**
 * Median of up to ten good beats on either side of beats `from` … `to`; null when fewer than five are near.
 *
 * @param good entry i is 1 where beat i may be relied on
 */
export function localMedian(rr: Float64Array, good: Uint8Array, from: number, to: number): number | null {
  const near = gather(rr, good, from, to, NEAR, null);
  return near < FEWEST ? null : selectMedian(near);
}

/** Median absolute deviation from `level` of up to 25 good beats on either side of beats `from` … `to`. */
export function localMad(rr: Float64Array, good: Uint8Array, from: number, to: number, level: number): number {
  return selectMedian(gather(rr, good, from, to, WIDE, level));
}

/** Fills the scratch memory with beats, or with their distances from `level` when it is given. Returns how many there are. */
function gather(rr: Float64Array, good: Uint8Array, from: number, to: number, eachSide: number, level: number | null): number {
  const before = Math.max(0, from - REACH);
  const after = Math.min(rr.length - 1, to + REACH);
  let count = 0;
  for (let i = from - 1; i >= before && count < eachSide; i--) if (good[i] === 1) scratch[count++] = rr[i] ?? 0;
  const enough = count + eachSide;
  for (let i = to + 1; i <= after && count < enough; i++) if (good[i] === 1) scratch[count++] = rr[i] ?? 0;
  if (level !== null) for (let i = 0; i < count; i++) scratch[i] = Math.abs((scratch[i] ?? 0) - level);
  return count;
}

/** Median of the first `count` values of the scratch, by selection (Hoare 1961): sorting them all would take several times as long. */
function selectMedian(count: number): number {
  const middle = count >> 1;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = scratch[(low + high) >> 1] ?? 0;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((scratch[i] ?? 0) < pivot) i++;
      while ((scratch[j] ?? 0) > pivot) j--;
      if (i > j) break;
      const held = scratch[i] ?? 0;
      scratch[i++] = scratch[j] ?? 0;
      scratch[j--] = held;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else break;
  }
  const upper = scratch[middle] ?? 0;
  if (count % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < middle; i++) lower = Math.max(lower, scratch[i] ?? 0);
  return (lower + upper) / 2;
}
