import { beatFeatures, CLASS, type ClassThresholds, classify } from './beat-classes';
import { localMad, localMedian } from './neighbourhood';
import { float64, uint8 } from './scratch';

/**
 * Finds where a series shows two independent signs of a fault: a flag of the Lipponen–Tarvainen tree in the neighbourhood, or a fault
 * already found there; and a departure from the good beats around it.
 */

/** A beat departs when it is both this share of the local median and this many local MADs away, by at least one of the pairs. */
type Departure = readonly (readonly [share: number, mads: number])[];

/**
 * What a beat must show in addition to the tree's flag: most faults are far off (28 % and more); a smaller one must be far outside the
 * usual variation.
 */
const FLAGGED: Departure = [
  [0.12, 8],
  [0.25, 4],
];
/** A step over the tree's threshold that fits none of its classes is a sign too, if it is very far off: several faults in a row. */
const STEPPED: Departure = [[0.3, 5]];
/** Near a fault already found, another one is likelier. */
const NEAR: Departure = [[0.12, 3]];
/** The smallest of the shares above: beats nearer to the median need no further check. */
const LEAST_SHARE = 0.12;
/** Lowest threshold of the tree, as a share of the local median: a threshold of zero would flag everything. */
const FLOOR = 0.02;
/** The tree may put its flag up to two beats from the fault. */
const AROUND = 2;
/** The ends are mirrored so that the tree sees them from both sides. */
const MIRROR = 6;

/**
 * The series in its current state, with the thresholds of the series as measured: they come from quartiles, which faults hardly move. One
 * entry per interval.
 */
export interface Examined extends ClassThresholds {
  readonly rrMs: Float64Array;
  readonly trusted: Uint8Array;
  /** 1 where time was lost after the interval. */
  readonly gaps: Uint8Array;
  /** 1 near a fault already found. */
  readonly near: Uint8Array;
}

/** Entry i is the local median, in ms, where beat i shows both signs of a fault, else 0. */
export function findSuspects(examined: Examined): Float64Array {
  const { rrMs: rr, trusted, near } = examined;
  const n = rr.length;
  const signs = treeSigns(examined);
  const good = uint8(n);
  for (let i = 0; i < n; i++) good[i] = trusted[i] === 1 && signs[i] !== SIGN.flagged ? 1 : 0;

  const suspects = float64(n);
  for (let i = 0; i < n; i++) {
    const sign = signs[i] ?? SIGN.none;
    if (sign === SIGN.none && near[i] === 0) continue;
    // A flag may lie next to the fault; a beat that is only near an earlier fault is judged by itself.
    const around = sign === SIGN.none ? 0 : AROUND;
    const median = localMedian(rr, good, i - AROUND, i + AROUND);
    if (median === null || !anyFar(rr, i - around, i + around, median)) continue;
    const mad = localMad(rr, good, i - AROUND, i + AROUND, median);
    const judge = (k: number, by: Departure) => {
      if (trusted[k] === 1 && departs(rr[k] ?? 0, median, mad, by)) suspects[k] = median;
    };
    if (near[i] === 1) judge(i, NEAR);
    if (sign === SIGN.none) continue;
    for (let k = i - around; k <= i + around; k++) judge(k, sign === SIGN.flagged ? FLAGGED : STEPPED);
  }
  return suspects;
}

function anyFar(rr: Float64Array, from: number, to: number, median: number): boolean {
  for (let k = Math.max(0, from); k <= Math.min(rr.length - 1, to); k++) {
    if (Math.abs((rr[k] ?? 0) - median) > LEAST_SHARE * median) return true;
  }
  return false;
}

function departs(rr: number, median: number, mad: number, by: Departure): boolean {
  const distance = Math.abs(rr - median);
  return by.some(([share, mads]) => distance > share * median && distance > mads * mad);
}

const SIGN = { none: 0, stepped: 1, flagged: 2 } as const;

/** What the tree, with guarded thresholds, says of every beat, including those at the ends. */
function treeSigns({ rrMs: rr, gaps, th1, th2 }: Examined): Uint8Array {
  const n = rr.length;
  const signs = uint8(n);
  if (n < 2 * MIRROR) return signs;
  const mirrored = withMirroredEnds(rr);
  const steps = float64(mirrored.length);
  for (let i = 1; i < steps.length; i++) {
    const lost = i > MIRROR && gaps[i - MIRROR - 1] === 1;
    steps[i] = lost ? 0 : (mirrored[i] ?? 0) - (mirrored[i - 1] ?? 0);
  }
  const thresholds = { th1: withMirroredEnds(th1), th2: withMirroredEnds(th2) };
  const features = beatFeatures(mirrored, steps, thresholds, FLOOR);
  const classes = classify(features);
  for (let i = 0; i < n; i++) {
    if (classes[i + MIRROR] !== CLASS.normal) signs[i] = SIGN.flagged;
    else if (Math.abs(features.diff[i + MIRROR] ?? 0) > 1) signs[i] = SIGN.stepped;
  }
  return signs;
}

/** The series with `MIRROR` more entries at each end, reflected about its first and last. */
function withMirroredEnds(values: Float64Array): Float64Array {
  const n = values.length;
  const out = float64(n + 2 * MIRROR);
  out.set(values, MIRROR);
  for (let k = 0; k < MIRROR; k++) {
    out[MIRROR - 1 - k] = values[k + 1] ?? 0;
    out[n + MIRROR + k] = values[n - 2 - k] ?? 0;
  }
  return out;
}
