import { CLASS } from './beat-classes';
import { classifyOnePass } from './one-pass';
import type { SanitisedRr } from './sanitise';
import type { RrSeries } from './types';

/**
 * The plain correction that belongs to one pass of the Lipponen–Tarvainen classes, as NeuroKit2 0.2.9 does it, for comparison only
 * (`--series one-pass`): extra peaks deleted, a peak inserted in the middle of a missed one's interval, ectopic and then long or short ones
 * moved to the middle of their neighbours, all in whole µs. It also changes good beats next to bad ones; the product's own correction is in
 * `correct.ts`.
 *
 * @param series intervals in ms, all finite and positive
 * @returns corrected intervals in ms
 */
export function correctOnePass(series: RrSeries): Float64Array {
  const { classes, peaksUs } = classifyOnePass(series);
  const extra: number[] = [];
  let missed: number[] = [];
  let ectopic: number[] = [];
  let longShort: number[] = [];
  for (let i = 0; i < classes.length; i++) {
    const code = classes[i];
    const peak = i + 1;
    if (code === CLASS.ectopic) ectopic.push(peak);
    else if (code === CLASS.missed) missed.push(peak);
    else if (code === CLASS.extra) extra.push(peak);
    else if (code === CLASS.long || code === CLASS.short) longShort.push(peak);
  }

  let peaks: number[] = Array.from(peaksUs);
  if (extra.length > 0) {
    const gone = new Set(extra);
    peaks = peaks.filter((_, i) => !gone.has(i));
    missed = shiftIndices(extra, missed, -1);
    ectopic = shiftIndices(extra, ectopic, -1);
    longShort = shiftIndices(extra, longShort, -1);
  }
  if (missed.length > 0) {
    peaks = insertMidpoints(peaks, missed);
    ectopic = shiftIndices(missed, ectopic, 1);
    longShort = shiftIndices(missed, longShort, 1);
  }
  peaks = centre(peaks, ectopic);
  peaks = centre(peaks, longShort);

  const rr = new Float64Array(Math.max(0, peaks.length - 1));
  for (let i = 0; i < rr.length; i++) rr[i] = ((peaks[i + 1] ?? 0) - (peaks[i] ?? 0)) / 1000;
  return rr;
}

/** As `correctOnePass`, piece by piece between gaps, so that nothing is moved across one. */
export function onePassSeries({ rrMs, gapsAfter, gapMs }: SanitisedRr): RrSeries {
  const pieces: Float64Array[] = [];
  const ends: number[] = [];
  let from = 0;
  let length = 0;
  for (const gap of [...gapsAfter, rrMs.length - 1]) {
    const piece = correctOnePass({ rrMs: rrMs.subarray(from, gap + 1) });
    pieces.push(piece);
    length += piece.length;
    ends.push(length - 1);
    from = gap + 1;
  }
  const out = new Float64Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return { rrMs: out, gapsAfter: ends.slice(0, -1), gapMs };
}

/**
 * The reference moves every index by one for each source index below it, comparing with the index as moved so far. The sources ascend, so
 * one pass does it in linear time.
 */
function shiftIndices(sources: readonly number[], indices: readonly number[], step: number): number[] {
  const moved: number[] = [];
  let passed = 0;
  for (const index of indices) {
    while (passed < sources.length && index + step * passed > (sources[passed] ?? 0)) passed++;
    const at = index + step * passed;
    if (moved[moved.length - 1] !== at) moved.push(at);
  }
  return moved;
}

function insertMidpoints(peaks: readonly number[], missed: readonly number[]): number[] {
  const before = new Set(missed.filter((i) => i > 1 && i < peaks.length));
  const out: number[] = [];
  for (let i = 0; i < peaks.length; i++) {
    const peak = peaks[i] ?? 0;
    const previous = peaks[i - 1] ?? 0;
    if (before.has(i)) out.push(Math.trunc(previous + (peak - previous) / 2));
    out.push(peak);
  }
  return out;
}

/** Moves the named peaks to the middle of their neighbours, all at once from the old positions. */
function centre(peaks: readonly number[], indices: readonly number[]): number[] {
  const moved = [...peaks];
  for (const i of indices) {
    if (i <= 1 || i >= peaks.length - 1) continue;
    const previous = peaks[i - 1] ?? 0;
    moved[i] = Math.trunc(previous + ((peaks[i + 1] ?? 0) - previous) / 2);
  }
  return moved.sort((a, b) => a - b);
}
