import { beatFeatures, CLASS, classify } from './beat-classes';
import { gapMask } from './gaps';
import { type Neighbourhood, neighbourhood } from './neighbourhood';
import { type Correction, FATE, repair } from './repair';
import { type SanitisedRr, sanitise } from './sanitise';
import type { RrSeries } from './types';

/**
 * The product's own correction. A beat is touched only on two independent signs: a class of the Lipponen–Tarvainen tree in its
 * neighbourhood, and a departure from the median of the good beats around it (`facts/hrv.md`: one pass of the tree alone flags beats in a
 * third of clean series). Repeated on the repaired series until nothing new is found.
 */

const MOST_PASSES = 6;
/** What a beat must show besides the tree's flag: a fault is mostly far off (28 % and more), a near one must be far out of the usual. */
const ALONE: Departure = [[0.12, 8], [0.25, 4]];
/** Beside a fault already found the next one is likelier. */
const NEIGHBOUR: Departure = [[0.12, 3]];
/** Least threshold of the tree, as a share of the local median: a zero one would flag everything. */
const FLOOR = 0.02;
/** How far the sum of two halves may be from the local median to be one interval. */
const SPLIT_SUM = 0.2;
/** From this share of the local median on, the interval after an early beat is its pause. */
const PAUSE = 1.05;
/** The tree may put its flag up to two beats beside the fault. */
const AROUND = 2;
/** The ends are mirrored so that the tree sees them from both sides. */
const MIRROR = 6;
/** No heart beats outside these, in ms. */
const SHORTEST = 200;
const LONGEST = 4000;

/**
 * Corrects a series. Measured beats that are not touched stay as they were, to the bit.
 *
 * @param series intervals as measured; sanitised here
 */
export function correct(series: RrSeries): Correction {
  return correctSanitised(sanitise(series.rrMs, series.gapsAfter));
}

/** As `correct`, for a series already sanitised. */
export function correctSanitised(clean: SanitisedRr): Correction {
  const { rrMs } = clean;
  const gaps = gapMask(rrMs.length, clean.gapsAfter);
  const fate = new Uint8Array(rrMs.length);
  for (let i = 0; i < rrMs.length; i++) {
    const rr = rrMs[i] ?? 0;
    if (rr < SHORTEST || rr > LONGEST) fate[i] = FATE.bad;
  }
  let correction = repair(clean, gaps, fate);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    if (!findFaults(fate, correction)) break;
    correction = repair(clean, gaps, fate);
  }
  return correction;
}

/** One pass over the repaired series; marks new faults in `fate` and says whether there were any. */
function findFaults(fate: Uint8Array, now: Correction): boolean {
  const gaps = gapMask(now.rrMs.length, now.gapsAfter);
  const suspects = findSuspects(now, gaps);
  let found = false;
  for (let i = 0; i < suspects.length; i++) {
    if (suspects[i] === 0) continue;
    let end = i;
    while (end + 1 < suspects.length && suspects[end + 1] !== 0 && gaps[end] === 0) end++;
    found = true;
    if (isSplitInterval(now, gaps, fate, suspects, i, end)) fate[now.source[i] ?? 0] = FATE.mergedIntoNext;
    else {
      for (let k = i; k <= end; k++) markBad(fate, now.source[k] ?? 0);
      markPause(now, gaps, fate, suspects, end);
    }
    i = end;
  }
  return found;
}

/** Entry i is the local median where beat i shows both signs of a fault, else 0. */
function findSuspects(now: Correction, gaps: Uint8Array): Float64Array {
  const { rrMs: rr, trusted } = now;
  const n = rr.length;
  const classes = treeClasses(rr, gaps);
  const good = new Uint8Array(n);
  for (let i = 0; i < n; i++) good[i] = trusted[i] === 1 && classes[i] === CLASS.normal ? 1 : 0;

  const suspects = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const flagged = classes[i] !== CLASS.normal;
    // Beats beside a fault need no flag of the tree: the fault found there is the other sign.
    const beside = trusted[i] === 1 && (trusted[i - 1] === 0 || trusted[i + 1] === 0);
    if (!flagged && !beside) continue;
    const local = neighbourhood(rr, good, i - AROUND, i + AROUND);
    if (local === null) continue;
    if (beside && departs(rr[i] ?? 0, local, NEIGHBOUR)) suspects[i] = local.median;
    if (!flagged) continue;
    for (let k = Math.max(0, i - AROUND); k <= Math.min(n - 1, i + AROUND); k++) {
      if (trusted[k] === 1 && departs(rr[k] ?? 0, local, ALONE)) suspects[k] = local.median;
    }
  }
  return suspects;
}

/** A beat departs when it is both this share of the local median and this many local MADs away, by any one of the pairs. */
type Departure = readonly (readonly [share: number, mads: number])[];

function departs(rr: number, { median, mad }: Neighbourhood, by: Departure): boolean {
  const distance = Math.abs(rr - median);
  return by.some(([share, mads]) => distance > share * median && distance > mads * mad);
}

/** Classes of the tree with guarded thresholds, over all beats, the ends and their neighbours included. */
function treeClasses(rr: Float64Array, gaps: Uint8Array): Uint8Array {
  const n = rr.length;
  if (n < 2 * MIRROR) return new Uint8Array(n);
  const extended = new Float64Array(n + 2 * MIRROR);
  extended.set(rr, MIRROR);
  for (let k = 0; k < MIRROR; k++) {
    extended[MIRROR - 1 - k] = rr[k + 1] ?? 0;
    extended[n + MIRROR + k] = rr[n - 2 - k] ?? 0;
  }
  const differences = new Float64Array(extended.length);
  for (let i = 1; i < extended.length; i++) {
    const lost = i > MIRROR && gaps[i - MIRROR - 1] === 1;
    differences[i] = lost ? 0 : (extended[i] ?? 0) - (extended[i - 1] ?? 0);
  }
  return classify(beatFeatures(extended, differences, FLOOR)).subarray(MIRROR, MIRROR + n);
}

/** Two short intervals, alone between good beats, whose sum is a normal one: an extra beat was counted. The outer beats are measured. */
function isSplitInterval(now: Correction, gaps: Uint8Array, fate: Uint8Array, suspects: Float64Array, from: number, to: number): boolean {
  if (to !== from + 1) return false;
  const { rrMs: rr, trusted, source } = now;
  if (gaps[from] === 1 || trusted[from - 1] === 0 || trusted[to + 1] === 0) return false;
  const raw = source[from] ?? -1;
  if (source[to] !== raw + 1 || fate[raw] !== FATE.kept || fate[raw + 1] !== FATE.kept) return false;
  const median = suspects[from] ?? 0;
  const one = rr[from] ?? 0;
  const two = rr[to] ?? 0;
  return one < median && two < median && Math.abs(one + two - median) <= SPLIT_SUM * median;
}

/** The interval after an early beat is its pause and belongs to the fault, however long it turned out. */
function markPause(now: Correction, gaps: Uint8Array, fate: Uint8Array, suspects: Float64Array, end: number): void {
  const { rrMs: rr, trusted, source } = now;
  const median = suspects[end] ?? 0;
  if ((rr[end] ?? 0) > median || gaps[end] === 1 || trusted[end + 1] !== 1) return;
  if ((rr[end + 1] ?? 0) > PAUSE * median) markBad(fate, source[end + 1] ?? 0);
}

/** Marks a measured interval, and those merged with it, as bad. */
function markBad(fate: Uint8Array, raw: number): void {
  let i = raw;
  while (fate[i] === FATE.mergedIntoNext) fate[i++] = FATE.bad;
  fate[i] = FATE.bad;
}
