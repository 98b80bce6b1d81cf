import { fitLine, sum } from '../core/statistics';
import { gapMask } from './gaps';
import { finite } from './numbers';
import { float64, int32 } from './scratch';
import type { RrSeries } from './types';

/** Window sizes, in beats, all of 4 … 16. */
const SMALLEST = 4;
const LARGEST = 16;
export const MIN_BEATS_FOR_DFA = 120;
/** Variances below this are rounding, as in the reference. */
const NOTHING = 1e-8;

/**
 * Short-term scaling exponent α1 by detrended fluctuation analysis (Peng 1995, Chaos 5:82): every scale 4 … 16 beats, windows that start
 * every half scale, a straight line removed from each. Windows across a gap are left out. Null below 120 beats. O(n) for fixed scales.
 *
 * @param series intervals in ms
 */
export function dfaAlpha1(series: RrSeries): number | null {
  const { rrMs } = series;
  const n = rrMs.length;
  if (n < MIN_BEATS_FOR_DFA) return null;
  const mean = sum(rrMs) / n;
  const profile = float64(n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += (rrMs[i] ?? 0) - mean;
    profile[i] = total;
  }
  const unbroken = unbrokenUntil(n, series.gapsAfter);

  const logScale: number[] = [];
  const logFluctuation: number[] = [];
  for (let scale = SMALLEST; scale <= LARGEST; scale++) {
    const fluctuation = fluctuationAt(profile, unbroken, scale);
    if (fluctuation === null) continue;
    logScale.push(Math.log2(scale));
    logFluctuation.push(Math.log2(fluctuation));
  }
  return logScale.length > 1 ? finite(fitLine(logScale, logFluctuation)?.slope ?? Number.NaN) : null;
}

/** Entry i is the last beat that can be reached from beat i without a gap. */
function unbrokenUntil(n: number, gapsAfter: readonly number[] | undefined): Int32Array {
  const gaps = gapMask(n, gapsAfter);
  const until = int32(n);
  for (let i = n - 1; i >= 0; i--) until[i] = i === n - 1 || gaps[i] === 1 ? i : (until[i + 1] ?? i);
  return until;
}

/** Root of the mean variance about the windows' lines; null when there is none. */
function fluctuationAt(profile: Float64Array, unbroken: Int32Array, scale: number): number | null {
  const hop = Math.floor(scale / 2);
  const centre = (scale - 1) / 2;
  const sxx = (scale * (scale * scale - 1)) / 12;
  let variances = 0;
  let windows = 0;
  for (let start = 0; start < profile.length - scale; start += hop) {
    if ((unbroken[start] ?? 0) < start + scale - 1) continue;
    // Sums relative to the window's first value: small numbers, so that nothing cancels.
    const base = profile[start] ?? 0;
    let sy = 0;
    let syy = 0;
    let sxy = 0;
    for (let k = 0; k < scale; k++) {
      const y = (profile[start + k] ?? 0) - base;
      sy += y;
      syy += y * y;
      sxy += (k - centre) * y;
    }
    const variance = (syy - (sy * sy) / scale - (sxy * sxy) / sxx) / scale;
    if (!(variance > NOTHING)) continue;
    variances += variance;
    windows++;
  }
  return windows > 0 ? Math.sqrt(variances / windows) : null;
}
