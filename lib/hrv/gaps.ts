import { uint8 } from './scratch';

/** Gaps as a mask: entry i is 1 where time was lost between interval i and interval i + 1. */
export function gapMask(length: number, gapsAfter: readonly number[] | undefined): Uint8Array {
  const mask = uint8(length);
  for (const gap of gapsAfter ?? []) if (gap >= 0 && gap < length) mask[gap] = 1;
  return mask;
}
