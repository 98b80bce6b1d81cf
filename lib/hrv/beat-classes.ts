import { rollingMedian, rollingQuartileRangeOfSizes } from './rolling';
import { float64, uint8 } from './scratch';

/**
 * The decision tree of Lipponen & Tarvainen 2019 (J Med Eng Technol 43:173), figure 1, and its inputs. Details that the paper leaves open
 * follow NeuroKit2 0.2.9. Both the one-pass classes and the product's own correction use it.
 */

/** Class of a beat, as stored in arrays; 0 is a normal beat. */
export const CLASS = { normal: 0, ectopic: 1, missed: 2, extra: 3, long: 4, short: 5 } as const;

const ALPHA = 5.2;
const THRESHOLD_WINDOW = 91;
const MEDIAN_WINDOW = 11;
const C1 = 0.13;
const C2 = 0.17;

/** Inputs of the tree, one entry per beat; any unit of time. */
export interface BeatFeatures {
  readonly rr: Float64Array;
  /** dRR ÷ Th1. */
  readonly diff: Float64Array;
  /** (RR − median of 11) ÷ Th2, doubled where negative. */
  readonly deviation: Float64Array;
  readonly medians: Float64Array;
  /** Th2. */
  readonly threshold: Float64Array;
}

/** Thresholds of each beat's step (Th1) and of its deviation from the median (Th2), in the unit of the intervals. */
export interface ClassThresholds {
  readonly th1: Float64Array;
  readonly th2: Float64Array;
}

/**
 * @param rr intervals, all finite
 * @param steps dRR, entry i for the step from i − 1 to i
 */
export function computeThresholds(rr: Float64Array, steps: Float64Array): ClassThresholds {
  return { th1: spread(steps), th2: spread(deviations(rr, rollingMedian(rr, MEDIAN_WINDOW))) };
}

/**
 * @param floor least threshold as a share of the local median. 0 is the reference: a zero threshold then gives ±Infinity or NaN.
 */
export function beatFeatures(rr: Float64Array, steps: Float64Array, { th1, th2 }: ClassThresholds, floor: number): BeatFeatures {
  const n = rr.length;
  const medians = rollingMedian(rr, MEDIAN_WINDOW);
  const deviation = deviations(rr, medians);
  const diff = float64(n);
  const threshold = float64(n);
  for (let i = 0; i < n; i++) {
    const least = floor * (medians[i] ?? 0);
    const limit = Math.max(th2[i] ?? 0, least);
    threshold[i] = limit;
    diff[i] = (steps[i] ?? 0) / Math.max(th1[i] ?? 0, least);
    deviation[i] = (deviation[i] ?? 0) / limit;
  }
  return { rr, diff, deviation, medians, threshold };
}

function deviations(rr: Float64Array, medians: Float64Array): Float64Array {
  const deviation = float64(rr.length);
  for (let i = 0; i < rr.length; i++) {
    const value = (rr[i] ?? 0) - (medians[i] ?? 0);
    deviation[i] = value < 0 ? value * 2 : value;
  }
  return deviation;
}

/** α times half the quartile range of the sizes around each entry. */
function spread(values: Float64Array): Float64Array {
  const range = rollingQuartileRangeOfSizes(values, THRESHOLD_WINDOW);
  for (let i = 0; i < range.length; i++) range[i] = ALPHA * ((range[i] ?? 0) / 2);
  return range;
}

/**
 * Class of every beat but the last two, with the reference's flow: it moves on by one for every candidate it examined, so a tested
 * neighbour is not visited again.
 */
export function classify(of: BeatFeatures): Uint8Array {
  const { diff } = of;
  const n = diff.length;
  const classes = uint8(n);
  let i = 0;
  while (i < n - 2) {
    const d = diff[i] ?? 0;
    if (Math.abs(d) <= 1) {
      i++;
      continue;
    }
    const s12 = neighbourSubspace(diff, i);
    if ((d > 1 && s12 < -C1 * d - C2) || (d < -1 && s12 > -C1 * d + C2)) {
      classes[i] = CLASS.ectopic;
      i++;
      continue;
    }
    // Only a NaN, from a zero threshold, reaches this with neither.
    if (!(Math.abs(d) > 1 || Math.abs(of.deviation[i] ?? 0) > 3)) {
      i++;
      continue;
    }
    const first = i;
    const alsoNext = Math.abs(diff[i + 1] ?? 0) < Math.abs(diff[i + 2] ?? 0);
    classes[first] = longOrShort(of, first);
    i++;
    if (alsoNext) {
      classes[first + 1] = longOrShort(of, first + 1);
      i++;
    }
  }
  return classes;
}

function longOrShort({ rr, diff, deviation, medians, threshold }: BeatFeatures, j: number): number {
  const d = diff[j] ?? 0;
  const m = deviation[j] ?? 0;
  const s22 = followingSubspace(diff, j);
  const long = d > 1 && s22 < -1;
  const short = d < -1 && s22 > 1;
  if (!long && !short && !(Math.abs(m) > 3)) return CLASS.normal;
  const value = rr[j] ?? 0;
  const middle = medians[j] ?? 0;
  const limit = threshold[j] ?? 0;
  if (short && Math.abs(value + (rr[j + 1] ?? 0) - middle) < limit) return CLASS.extra;
  if (long && Math.abs(value / 2 - middle) < limit) return CLASS.missed;
  return long || (!short && m > 0) ? CLASS.long : CLASS.short;
}

/** S12: the larger neighbour of a positive difference, the smaller one of a negative. */
function neighbourSubspace(diff: Float64Array, i: number): number {
  const d = reflected(diff, i);
  const before = reflected(diff, i - 1);
  const after = reflected(diff, i + 1);
  if (d > 0) return Math.max(before, after);
  return d < 0 ? Math.min(before, after) : 0;
}

/** S22: the smaller of the two differences that follow a positive one, the larger of those that follow a negative. */
function followingSubspace(diff: Float64Array, i: number): number {
  const one = reflected(diff, i + 1);
  const two = reflected(diff, i + 2);
  return reflected(diff, i) >= 0 ? Math.min(one, two) : Math.max(one, two);
}

/** The series continued by reflection about its first and last entry. */
function reflected(values: Float64Array, i: number): number {
  const last = values.length - 1;
  const at = i < 0 ? -i : i > last ? 2 * last - i : i;
  return values[at] ?? 0;
}
