/** Gaps as a mask: entry i is 1 where time was lost between interval i and interval i + 1. */
export function gapMask(length: number, gapsAfter: readonly number[] | undefined): Uint8Array {
  const mask = new Uint8Array(length);
  for (const gap of gapsAfter ?? []) if (gap >= 0 && gap < length) mask[gap] = 1;
  return mask;
}
