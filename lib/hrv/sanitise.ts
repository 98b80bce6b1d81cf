import { type BeatGap, orderedGaps } from './gaps';

/** Makes a clean list of intervals from any input. Removes only what cannot be an interval at all. */

export type RrUnit = 'ms' | 's';

export interface SanitisedRr {
  /** Intervals kept, in ms, in order. */
  readonly rrMs: Float64Array;
  /** How many were removed: non-finite or ≤ 0. */
  readonly dropped: number;
  /** For each interval kept, its index in the input. */
  readonly keptIndex: Int32Array;
  /** The unit that the input turned out to have. */
  readonly unit: RrUnit;
  /** The input's gaps, counted in kept intervals, ascending, without duplicates; none after the last interval. */
  readonly gapsAfter: readonly number[];
  /** Length of each of them, in ms; 0 where unknown. */
  readonly gapMs: readonly number[];
}

/**
 * No heart has a median interval under 10 ms and none over 10 s, so the median tells the unit.
 */
const SECONDS_BELOW = 10;

/**
 * Removes non-finite and non-positive intervals, recognises seconds and converts them to ms. Absurd but positive values stay: the
 * correction handles them. Never throws.
 *
 * @param values RR intervals in ms or s
 * @param gapsAfter indices into `values` after which time was lost; those outside the series are ignored
 * @param gapMs length of each of them, in ms
 */
export function sanitise(values: ArrayLike<number>, gapsAfter: readonly number[] = [], gapMs: readonly number[] = []): SanitisedRr {
  const kept = new Float64Array(values.length);
  const keptIndex = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = Number(values[i]);
    if (Number.isFinite(value) && value > 0) {
      kept[count] = value;
      keptIndex[count] = i;
      count++;
    }
  }
  const rrMs = count < kept.length ? kept.slice(0, count) : kept;
  const index = count < kept.length ? keptIndex.slice(0, count) : keptIndex;
  const unit = detectUnit(rrMs);
  if (unit === 's') for (let i = 0; i < count; i++) rrMs[i] = (rrMs[i] ?? 0) * 1000;
  return { rrMs, dropped: values.length - count, keptIndex: index, unit, ...moveGaps(orderedGaps(values.length, gapsAfter, gapMs), index) };
}

/** The median is below the limit when more than half of the values are. */
function detectUnit(rr: Float64Array): RrUnit {
  let below = 0;
  for (const value of rr) if (value < SECONDS_BELOW) below++;
  return 2 * below > rr.length ? 's' : 'ms';
}

/** A gap after a removed interval moves to the last interval kept before it; gaps that meet there become one. */
function moveGaps(gaps: readonly BeatGap[], keptIndex: Int32Array): Pick<SanitisedRr, 'gapsAfter' | 'gapMs'> {
  const moved = new Map<number, number>();
  let k = -1;
  for (const { at, ms } of gaps) {
    while (k + 1 < keptIndex.length && (keptIndex[k + 1] ?? 0) <= at) k++;
    if (k < 0 || k >= keptIndex.length - 1) continue;
    moved.set(k, (moved.get(k) ?? 0) + ms);
  }
  return { gapsAfter: [...moved.keys()], gapMs: [...moved.values()] };
}
