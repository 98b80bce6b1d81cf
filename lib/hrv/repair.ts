import { CorrectedSeries } from './corrected-series';
import type { RrSeries } from './types';

/** The corrected series, and which parts of it were measured. */
export interface Correction extends RrSeries {
  /** Intervals in ms: measured ones unchanged, sums of two where an extra beat was removed, invented ones in short bad runs. */
  readonly rrMs: Float64Array;
  /** Gaps of the input, and those where a run of bad beats was removed, as indices of `rrMs`. */
  readonly gapsAfter: readonly number[];
  readonly gapMs: readonly number[];
  /** Entry i is 1 where both beats of interval i were measured; figures from differences use neighbouring 1s only. */
  readonly trusted: Uint8Array;
  /** Index of the (first) measured interval that interval i comes from, counted in kept intervals; −1 for an invented one. */
  readonly source: Int32Array;
  /** Time removed or lost before the first interval, in ms. */
  readonly leadMs: number;
  /** Share of measured intervals that were replaced, merged or removed, in %; null without intervals. */
  readonly touchedPct: number | null;
}

/** Intervals as measured, in ms, with gaps of known length. */
export interface Measured {
  readonly rrMs: Float64Array;
  readonly gapsAfter: readonly number[];
  readonly gapMs: readonly number[];
}

/** Fate of a measured interval. */
export const FATE = { kept: 0, bad: 1, mergedIntoNext: 2 } as const;

/** Up to this many beats are interpolated. A longer bad run is removed, because filling it would be invention. */
const MOST_INVENTED = 5;
/** Invented beats are stretched to fill the run's time when they need to change no more than this. */
const STRETCH = 0.12;
/** Good beats on each side that an interpolated run starts and ends at. */
const ANCHOR = 2;

/**
 * Builds the corrected series from the fate of each interval. A bad run between good beats becomes a line between the beats around it, with
 * as many beats as its time holds; longer runs, and those at an end or at a gap, are removed.
 */
export function repair({ rrMs, gapsAfter, gapMs }: Measured, gaps: Uint8Array, fate: Uint8Array): Correction {
  const n = rrMs.length;
  const out = new CorrectedSeries(n);
  const lost = new Map(gapsAfter.map((gap, k) => [gap, gapMs[k] ?? 0]));
  let touched = 0;
  let i = 0;
  while (i < n) {
    const first = i;
    let total = rrMs[i] ?? 0;
    if (fate[i] === FATE.bad) {
      while (i + 1 < n && fate[i + 1] === FATE.bad && gaps[i] === 0) total += rrMs[++i] ?? 0;
      const beats = invented(rrMs, gaps, fate, first, i, total);
      if (beats.length === 0) out.addGap(total);
      for (const beat of beats) out.add(beat, -1, 0);
      touched += i - first + 1;
    } else {
      while (fate[i] === FATE.mergedIntoNext && i + 1 < n) total += rrMs[++i] ?? 0;
      out.add(total, first, 1);
      if (i > first) touched += i - first + 1;
    }
    if (gaps[i] === 1) out.addGap(lost.get(i) ?? 0);
    i++;
  }
  return { ...out.finish(), touchedPct: n > 0 ? (100 * touched) / n : null };
}

/** The beats that replace a bad run; none when it must be removed. */
function invented(rr: Float64Array, gaps: Uint8Array, fate: Uint8Array, from: number, to: number, total: number): readonly number[] {
  const before = anchor(rr, gaps, fate, from, -1);
  const after = anchor(rr, gaps, fate, to, 1);
  if (before === null || after === null) return [];
  const count = Math.max(1, Math.round(total / ((before + after) / 2)));
  if (count > MOST_INVENTED) return [];
  const beats: number[] = [];
  let sum = 0;
  for (let k = 1; k <= count; k++) {
    const beat = before + ((after - before) * k) / (count + 1);
    beats.push(beat);
    sum += beat;
  }
  const stretch = total / sum;
  return Math.abs(stretch - 1) <= STRETCH ? beats.map((beat) => beat * stretch) : beats;
}

/** Mean of the nearest good beats on one side of a run; null where a gap, an end or another bad run comes first. */
function anchor(rr: Float64Array, gaps: Uint8Array, fate: Uint8Array, edge: number, step: 1 | -1): number | null {
  let sum = 0;
  let count = 0;
  for (let k = 1; k <= ANCHOR; k++) {
    const i = edge + k * step;
    if (i < 0 || i >= rr.length || gaps[step === 1 ? i - 1 : i] === 1) break;
    // Half of a split interval is not a measured beat.
    if (fate[i] !== FATE.kept || fate[i - 1] === FATE.mergedIntoNext) break;
    sum += rr[i] ?? 0;
    count++;
  }
  return count > 0 ? sum / count : null;
}
