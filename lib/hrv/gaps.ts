import { uint8 } from './scratch';

/** Gaps as a mask: entry i is 1 where time was lost between interval i and interval i + 1. */
export function gapMask(length: number, gapsAfter: readonly number[] | undefined): Uint8Array {
  const mask = uint8(length);
  for (const gap of gapsAfter ?? []) if (gap >= 0 && gap < length) mask[gap] = 1;
  return mask;
}

/** A gap after interval `at`, with its length in ms. */
export type BeatGap = { readonly at: number; readonly ms: number };

/** The gaps of a series that lie between two of its intervals, ascending; an unknown or invalid length is 0. */
export function orderedGaps(length: number, gapsAfter: readonly number[] = [], gapMs: readonly number[] = []): BeatGap[] {
  return gapsAfter
    .map((at, k) => ({ at, ms: gapMs[k] ?? 0 }))
    .filter(({ at }) => Number.isInteger(at) && at >= 0 && at < length - 1)
    .map(({ at, ms }) => ({ at, ms: Number.isFinite(ms) && ms > 0 ? ms : 0 }))
    .sort((a, b) => a.at - b.at);
}
