import type { SanitisedRr } from './sanitise';

/** The corrected series, and what of it was measured. */
export interface Correction {
  /** Intervals in ms: measured ones to the bit, sums of two where an extra beat was taken out, invented ones in short bad runs. */
  readonly rrMs: Float64Array;
  /** Gaps of the input and those where a run of bad beats was cut out, counted in `rrMs`. */
  readonly gapsAfter: readonly number[];
  /** Entry i is 1 where both beats of interval i were measured; figures from differences use neighbouring 1s only. */
  readonly trusted: Uint8Array;
  /** Index of the (first) measured interval that interval i comes from, counted in kept intervals; −1 for an invented one. */
  readonly source: Int32Array;
  /** Share of measured intervals that were replaced, merged or cut out, in %; null without intervals. */
  readonly touchedPct: number | null;
}

/** Fate of a measured interval. */
export const FATE = { kept: 0, bad: 1, mergedIntoNext: 2 } as const;

/** Up to this many beats are interpolated; a longer bad run is cut out, for it would be invention. */
const MOST_INVENTED = 5;
/** Invented beats are stretched to fill the run's time when they need to change no more than this. */
const STRETCH = 0.12;
/** Good beats on each side that an interpolated run starts and ends at. */
const ANCHOR = 2;

/**
 * Builds the corrected series from the fate of each interval. Bad runs between good beats become a line between the beats around them,
 * as many beats as the time holds; longer ones, and those at an end or at a gap, are cut out.
 */
export function repair(clean: SanitisedRr, gaps: Uint8Array, fate: Uint8Array): Correction {
  const { rrMs } = clean;
  const n = rrMs.length;
  const out = new Series(n);
  let touched = 0;
  let i = 0;
  while (i < n) {
    if (fate[i] === FATE.bad) {
      let end = i;
      while (end + 1 < n && fate[end + 1] === FATE.bad && gaps[end] === 0) end++;
      touched += end - i + 1;
      out.addRun(invented(rrMs, gaps, fate, i, end));
      if (gaps[end] === 1) out.markGap();
      i = end + 1;
      continue;
    }
    const first = i;
    let sum = rrMs[i] ?? 0;
    while (fate[i] === FATE.mergedIntoNext && i + 1 < n) {
      i++;
      sum += rrMs[i] ?? 0;
    }
    if (i > first) touched += i - first + 1;
    out.add(sum, first, 1);
    if (gaps[i] === 1) out.markGap();
    i++;
  }
  return out.finish(n > 0 ? (100 * touched) / n : null);
}

/** The beats to put in place of a bad run; none when it must be cut out. */
function invented(rr: Float64Array, gaps: Uint8Array, fate: Uint8Array, from: number, to: number): readonly number[] {
  const before = anchor(rr, gaps, fate, from, -1);
  const after = anchor(rr, gaps, fate, to, 1);
  if (before === null || after === null) return [];
  let total = 0;
  for (let i = from; i <= to; i++) total += rr[i] ?? 0;
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
    // Half of a split interval is no beat to go by.
    if (fate[i] !== FATE.kept || fate[i - 1] === FATE.mergedIntoNext) break;
    sum += rr[i] ?? 0;
    count++;
  }
  return count > 0 ? sum / count : null;
}

/** Grows the corrected series. */
class Series {
  private rr: Float64Array;
  private trusted: Uint8Array;
  private source: Int32Array;
  private readonly gaps: number[] = [];
  private size = 0;

  constructor(beats: number) {
    // A long interval may turn into several beats; five times as many only if every one did.
    this.rr = new Float64Array(beats + 64);
    this.trusted = new Uint8Array(beats + 64);
    this.source = new Int32Array(beats + 64);
  }

  add(rr: number, source: number, trusted: 0 | 1): void {
    if (this.size === this.rr.length) this.grow();
    this.rr[this.size] = rr;
    this.trusted[this.size] = trusted;
    this.source[this.size] = source;
    this.size++;
  }

  addRun(beats: readonly number[]): void {
    if (beats.length === 0) this.markGap();
    for (const beat of beats) this.add(beat, -1, 0);
  }

  markGap(): void {
    const last = this.size - 1;
    if (last >= 0 && this.gaps[this.gaps.length - 1] !== last) this.gaps.push(last);
  }

  finish(touchedPct: number | null): Correction {
    const { size } = this;
    if (this.gaps[this.gaps.length - 1] === size - 1) this.gaps.pop();
    return {
      rrMs: this.rr.slice(0, size),
      gapsAfter: this.gaps,
      trusted: this.trusted.slice(0, size),
      source: this.source.slice(0, size),
      touchedPct,
    };
  }

  private grow(): void {
    const length = 2 * this.rr.length;
    const rr = new Float64Array(length);
    rr.set(this.rr);
    this.rr = rr;
    const trusted = new Uint8Array(length);
    trusted.set(this.trusted);
    this.trusted = trusted;
    const source = new Int32Array(length);
    source.set(this.source);
    this.source = source;
  }
}
