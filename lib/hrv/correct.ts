import type { ClassThresholds } from './beat-classes';
import { gapMask } from './gaps';
import { classifyOnePass, type OnePass } from './one-pass';
import { type Correction, FATE, repair } from './repair';
import { type SanitisedRr, sanitise } from './sanitise';
import { float64, uint8 } from './scratch';
import { type Examined, findSuspects } from './suspects';
import type { RrSeries } from './types';

/**
 * The product's own correction. It changes a beat only on two independent signs (`suspects.ts`), because one pass of the Lipponen–Tarvainen
 * tree alone flags beats in a third of clean series. It is repeated on the repaired series until nothing new is found.
 */

const MOST_PASSES = 12;
/** How far the sum of two halves may be from the local median to count as one interval. */
const SPLIT_SUM = 0.2;
/** From this share of the local median, the interval after an early beat is its compensatory pause. */
const PAUSE = 1.05;
/** A beat at most this many beats from a known fault counts as near it. */
const NEAR = 3;
/** After the first pass, only beats at most this far from a fault are examined again: the window of the medians and a little more. */
const AGAIN = 16;
/** Beats on each side of a re-examined stretch, so that the good beats around it are seen. */
const CONTEXT = 62;
/** No heart beats faster or slower than these intervals, in ms. */
const SHORTEST = 200;
const LONGEST = 4000;

/**
 * Corrects a series. Measured beats that need no correction keep their exact value.
 *
 * @param series intervals as measured; sanitised here
 */
export function correct(series: RrSeries): Correction {
  const correction = correctSanitised(sanitise(series.rrMs, series.gapsAfter, series.gapMs));
  const { rrMs, trusted, source } = correction;
  return { ...correction, rrMs: rrMs.slice(), trusted: trusted.slice(), source: source.slice() };
}

/**
 * As `correct`, for a series already sanitised; its arrays are used as working memory. The thresholds of the one-pass classes are reused.
 */
export function correctSanitised(clean: SanitisedRr, onePass: OnePass = classifyOnePass(clean)): Correction {
  const { rrMs } = clean;
  const gaps = gapMask(rrMs.length, clean.gapsAfter);
  const fate = uint8(rrMs.length);
  for (let i = 0; i < rrMs.length; i++) {
    const rr = rrMs[i] ?? 0;
    if (rr < SHORTEST || rr > LONGEST) fate[i] = FATE.bad;
  }
  const work: Work = { rrMs, gaps, fate, ...onePass.thresholds };
  const first = repair(clean, gaps, fate);
  const changed = settleFaults(first, fate, findSuspects(examined(work, first)));
  if (changed.length === 0) return first;
  for (let k = 0; k < changed.length; ) {
    const from = changed[k] ?? 0;
    let to = from;
    while (k < changed.length && (changed[k] ?? 0) <= to + 2 * AGAIN) to = changed[k++] ?? 0;
    refine(work, from, to);
  }
  return repair(clean, gaps, fate);
}

/** The series as measured, and the fate of each interval. */
interface Work extends ClassThresholds {
  readonly rrMs: Float64Array;
  readonly gaps: Uint8Array;
  readonly fate: Uint8Array;
}

/** Re-examines the neighbourhood of faults found in intervals `from` … `to`, once repaired, until nothing new is found there. */
function refine(work: Work, from: number, to: number): void {
  let first = from;
  let last = to;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const { part, start } = slice(work, first - AGAIN - CONTEXT, last + 1 + AGAIN + CONTEXT);
    const now = repair({ rrMs: part.rrMs, gapsAfter: [], gapMs: [] }, part.gaps, part.fate);
    const suspects = findSuspects(examined(part, now));
    for (let i = 0; i < suspects.length; i++) {
      const raw = start + (now.source[i] ?? 0);
      if (raw < first - AGAIN || raw > last + AGAIN) suspects[i] = 0;
    }
    const changed = settleFaults(now, part.fate, suspects);
    if (changed.length === 0) return;
    for (const raw of changed) {
      first = Math.min(first, start + raw);
      last = Math.max(last, start + raw);
    }
  }
}

/** A part of the series, sharing its memory; slightly longer where it would separate merged intervals. */
function slice({ rrMs, gaps, fate, th1, th2 }: Work, from: number, end: number): { part: Work; start: number } {
  let start = Math.max(0, from);
  let stop = Math.min(rrMs.length, end);
  while (start > 0 && fate[start - 1] === FATE.mergedIntoNext) start--;
  while (stop < rrMs.length && fate[stop - 1] === FATE.mergedIntoNext) stop++;
  const part = {
    rrMs: rrMs.subarray(start, stop),
    gaps: gaps.subarray(start, stop),
    fate: fate.subarray(start, stop),
    th1: th1.subarray(start, stop),
    th2: th2.subarray(start, stop),
  };
  return { part, start };
}

function examined({ fate, th1, th2 }: Work, { rrMs, trusted, source, gapsAfter, touchedPct }: Correction): Examined {
  const untouched = touchedPct === 0;
  return {
    rrMs,
    trusted,
    gaps: gapMask(rrMs.length, gapsAfter),
    near: nearFaults(fate, source),
    th1: untouched ? th1 : placed(th1, source),
    th2: untouched ? th2 : placed(th2, source),
  };
}

/** Maps values of measured intervals to their places in the repaired series; an invented interval takes those of the one before. */
function placed(values: Float64Array, source: Int32Array): Float64Array {
  const out = float64(source.length);
  for (let i = 0; i < out.length; i++) {
    const raw = source[i] ?? -1;
    out[i] = (raw >= 0 ? values[raw] : out[i - 1]) ?? 0;
  }
  return out;
}

/** Entry i is 1 for an interval of the repaired series within `NEAR` measured ones of a bad one. */
function nearFaults(fate: Uint8Array, source: Int32Array): Uint8Array {
  const bad: number[] = [];
  for (let i = 0; i < fate.length; i++) if (fate[i] === FATE.bad) bad.push(i);
  const nearRaw = widen(fate.length, bad, NEAR);
  const near = uint8(source.length);
  for (let i = 0; i < near.length; i++) near[i] = nearRaw[source[i] ?? -1] ?? 0;
  return near;
}

/** A mask of all entries within `by` of the given ones. */
function widen(length: number, indices: readonly number[], by: number): Uint8Array {
  const mask = uint8(length);
  for (const i of indices) mask.fill(1, Math.max(0, i - by), i + by + 1);
  return mask;
}

/** Decides what each run of suspects is and writes it into `fate`. Returns the measured intervals that it changed. */
function settleFaults(now: Correction, fate: Uint8Array, suspects: Float64Array): readonly number[] {
  const gaps = gapMask(now.rrMs.length, now.gapsAfter);
  const changed: number[] = [];
  for (let from = 0; from < suspects.length; from++) {
    if (suspects[from] === 0) continue;
    let to = from;
    while (to + 1 < suspects.length && suspects[to + 1] !== 0 && gaps[to] === 0) to++;
    if (isSplitInterval(now, gaps, fate, suspects, from, to)) {
      const raw = now.source[from] ?? 0;
      fate[raw] = FATE.mergedIntoNext;
      changed.push(raw);
    } else {
      const end = hasPause(now, gaps, suspects, to) ? to + 1 : to;
      for (let i = from; i <= end; i++) changed.push(...markBad(fate, now.source[i] ?? 0));
    }
    from = to;
  }
  return changed;
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
function hasPause({ rrMs: rr, trusted }: Correction, gaps: Uint8Array, suspects: Float64Array, end: number): boolean {
  const median = suspects[end] ?? 0;
  return (rr[end] ?? 0) < median && gaps[end] === 0 && trusted[end + 1] === 1 && (rr[end + 1] ?? 0) > PAUSE * median;
}

/** Marks a measured interval, and the one merged with it, as bad. */
function markBad(fate: Uint8Array, raw: number): number[] {
  const marked = [raw];
  let i = raw;
  while (fate[i] === FATE.mergedIntoNext) {
    fate[i++] = FATE.bad;
    marked.push(i);
  }
  fate[i] = FATE.bad;
  return marked;
}
