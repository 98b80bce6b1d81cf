/** 2000-01-01T00:00:00Z, where Polar's time begins, in epoch ms. */
const POLAR_EPOCH_MS = 946_684_800_000;
const NS_PER_MS = 1_000_000n;

/**
 * Epoch ms of a Polar timestamp (ns since 2000). By the device's own clock, which may be years off (an H10 begins at 2019 when idle): good
 * for differences, and for a time of day only once set against the time of arrival.
 */
export function polarEpochMs(timestampNs: bigint): number {
  // Whole ms first: the sum of ns is more than a number can hold exactly.
  return POLAR_EPOCH_MS + Number(timestampNs / NS_PER_MS) + Number(timestampNs % NS_PER_MS) / 1e6;
}

/** The Polar timestamp, to the ms, of an instant in epoch ms. Throws `RangeError` before 2000. */
export function polarTimestampNs(epochMs: number): bigint {
  const ms = Math.round(epochMs) - POLAR_EPOCH_MS;
  if (!(ms >= 0)) throw new RangeError(`before 2000: ${epochMs}`);
  return BigInt(ms) * NS_PER_MS;
}
