import { beatFeatures, type ClassThresholds, classify, computeThresholds } from './beat-classes';
import { gapMask } from './gaps';
import { float64 } from './scratch';
import type { RrSeries } from './types';

/**
 * One pass of the beat classes of Lipponen & Tarvainen 2019 (J Med Eng Technol 43:173). The classes equal those of NeuroKit2 0.2.9 beat for
 * beat: per peak (N intervals give N + 1 entries), in seconds, on intervals rounded to whole µs.
 */

export interface OnePass {
  /** Class of each interval (`CLASS`); entry i belongs to interval i, that is to the peak that ends it. */
  readonly classes: Uint8Array;
  /** Peak times in µs, N + 1 entries. */
  readonly peaksUs: Float64Array;
  /** Thresholds of each interval, in ms. */
  readonly thresholds: ClassThresholds;
}

/** Longer than a pause in any recording; keeps sums finite when an input is absurd. */
const LONGEST_MS = 1e9;
const MIN_BEATS = 3;

/**
 * Classes of all beats, one pass, uncorrected thresholds. O(n · log 91) time, O(n) memory. Across a gap the difference counts as 0.
 *
 * @param series intervals in ms, all finite and positive
 */
export function classifyOnePass(series: RrSeries): OnePass {
  const n = series.rrMs.length;
  const peaksUs = peakTimes(series.rrMs);
  const classes = new Uint8Array(n);
  if (n < MIN_BEATS) return { classes, peaksUs, thresholds: { th1: float64(n), th2: float64(n) } };

  const rr = float64(n + 1);
  let sum = 0;
  for (let i = 1; i <= n; i++) {
    const value = ((peaksUs[i] ?? 0) - (peaksUs[i - 1] ?? 0)) / 1e6;
    rr[i] = value;
    sum += value;
  }
  rr[0] = sum / n;

  const gaps = gapMask(n, series.gapsAfter);
  const steps = differences(rr, gaps);
  const thresholds = computeThresholds(rr, steps);
  // Entry 0 belongs to the first peak, which ends no interval.
  classes.set(classify(beatFeatures(rr, steps, thresholds, 0)).subarray(1));
  return { classes, peaksUs, thresholds: { th1: inMs(thresholds.th1), th2: inMs(thresholds.th2) } };
}

/** Cumulative sum of intervals rounded to whole µs, half to even as numpy does: any other rounding would change ties at |dRR| = Th1. */
function peakTimes(rrMs: ArrayLike<number>): Float64Array {
  const peaks = new Float64Array(rrMs.length + 1);
  let us = 0;
  for (let i = 0; i < rrMs.length; i++) {
    us += roundHalfEven(Math.min(rrMs[i] ?? 0, LONGEST_MS) * 1000);
    peaks[i + 1] = us;
  }
  return peaks;
}

function inMs(seconds: Float64Array): Float64Array {
  const ms = float64(seconds.length - 1);
  for (let i = 0; i < ms.length; i++) ms[i] = (seconds[i + 1] ?? 0) * 1000;
  return ms;
}

function roundHalfEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}

/** Differences of successive entries; entry 0 is the mean of the rest, as in the reference. */
function differences(rr: Float64Array, gaps: Uint8Array): Float64Array {
  const n = rr.length;
  const diff = float64(n);
  let sum = 0;
  for (let i = 1; i < n; i++) {
    const lost = i >= 2 && gaps[i - 2] === 1;
    const value = lost ? 0 : (rr[i] ?? 0) - (rr[i - 1] ?? 0);
    diff[i] = value;
    sum += value;
  }
  diff[0] = sum / (n - 1);
  return diff;
}
