import { MINUTE_MS } from '../core/time';
import { beatTimesS } from './beat-times';
import { correct } from './correct';
import { gapMask } from './gaps';
import { finite } from './numbers';
import type { Correction } from './repair';
import { float64 } from './scratch';
import type { RrSeries } from './types';

export interface SlidingValue {
  /** End of the window, in s from the start. */
  readonly atS: number;
  readonly rmssdMs: number | null;
  readonly hrBpm: number | null;
}

/** A window with fewer differences has no figures. */
const MIN_DIFFERENCES = 20;

/**
 * RMSSD and heart rate over a sliding window, from measured beats only. The first window ends when it is full; windows without a beat are
 * left out. O(n).
 *
 * @param series intervals as measured; corrected here
 */
export function slidingValues(series: RrSeries, windowS = 60, stepS = 10): readonly SlidingValue[] {
  return slideWindow(correct(series), windowS, stepS);
}

/** As `slidingValues`, for a series already corrected. */
export function slideWindow(correction: Correction, windowS = 60, stepS = 10): readonly SlidingValue[] {
  if (!(windowS > 0 && stepS > 0)) return [];
  const { rrMs, trusted, leadMs } = correction;
  const n = rrMs.length;
  const times = beatTimesS(correction, leadMs);
  const gaps = gapMask(n, correction.gapsAfter);
  // Running sums up to beat i; a difference belongs to its later beat.
  const beats = float64(n + 1);
  const sums = float64(n + 1);
  const differences = float64(n + 1);
  const squares = float64(n + 1);
  for (let i = 0; i < n; i++) {
    const ok = trusted[i] === 1;
    const pair = ok && i > 0 && trusted[i - 1] === 1 && gaps[i - 1] === 0;
    const rr = rrMs[i] ?? 0;
    beats[i + 1] = (beats[i] ?? 0) + (ok ? 1 : 0);
    sums[i + 1] = (sums[i] ?? 0) + (ok ? rr : 0);
    differences[i + 1] = (differences[i] ?? 0) + (pair ? 1 : 0);
    squares[i + 1] = (squares[i] ?? 0) + (pair ? (rr - (rrMs[i - 1] ?? 0)) ** 2 : 0);
  }
  const over = (of: Float64Array, from: number, to: number) => (of[to] ?? 0) - (of[from] ?? 0);

  const values: SlidingValue[] = [];
  const total = times[n - 1] ?? 0;
  let from = 0;
  let to = 0;
  for (let k = 0; windowS + k * stepS <= total; k++) {
    const atS = windowS + k * stepS;
    while (from < n && (times[from] ?? 0) <= atS - windowS) from++;
    if ((times[from] ?? 0) > atS) {
      // Nothing was measured in this window, nor in those until the next beat.
      k = Math.ceil(((times[from] ?? 0) - windowS) / stepS) - 1;
      continue;
    }
    while (to < n && (times[to] ?? 0) <= atS) to++;
    const count = over(beats, from, to);
    // The difference of the window's first beat lies outside the window.
    const pairs = to > from ? over(differences, from + 1, to) : 0;
    values.push({
      atS,
      rmssdMs: pairs >= MIN_DIFFERENCES ? finite(Math.sqrt(Math.max(0, over(squares, from + 1, to)) / pairs)) : null,
      hrBpm: count > 0 ? finite((MINUTE_MS * count) / over(sums, from, to)) : null,
    });
  }
  return values;
}
