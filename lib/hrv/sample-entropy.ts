import { computeSd } from '../core/statistics';
import { countClose, templates } from './close-pairs';
import { gapMask } from './gaps';
import { finite } from './numbers';
import { float64, int32 } from './scratch';
import type { RrSeries } from './types';

export const MIN_BEATS_FOR_ENTROPY = 120;
const TOLERANCE_SD = 0.2;

/**
 * Sample entropy (Richman & Moorman 2000, Am J Physiol 278:H2039): m = 2, r = 0.2 SD (n − 1), Chebyshev distance ≤ r, self-matches left
 * out, N − m templates of both lengths; −ln(A/B). Templates across a gap are left out. Null below 120 beats, and where nothing matches.
 * Exact, in about O(n log n): see `close-pairs.ts`.
 *
 * @param series intervals in ms
 */
export function sampleEntropy(series: RrSeries): number | null {
  const { rrMs } = series;
  const n = rrMs.length;
  if (n < MIN_BEATS_FOR_ENTROPY) return null;
  const gaps = gapMask(n, series.gapsAfter);
  const values = float64(n);
  for (let i = 0; i < n; i++) values[i] = rrMs[i] ?? 0;
  const starts = int32(n);
  let count = 0;
  for (let i = 0; i + 2 < n; i++) if (gaps[i] !== 1 && gaps[i + 1] !== 1) starts[count++] = i;
  const tolerance = TOLERANCE_SD * (computeSd(values) ?? 0);
  if (!Number.isFinite(tolerance)) return null;
  const { pairs, triples } = countClose(templates(values, starts.subarray(0, count), tolerance));
  return pairs > 0 && triples > 0 ? finite(-Math.log(triples / pairs)) : null;
}
