import { gapMask } from './gaps';
import type { RrSeries } from './types';

/**
 * Points (RR(i), RR(i + 1)) in ms for a Poincaré plot; none across a gap.
 *
 * @param usable entry i is 1 where interval i may be shown; without it, all may
 */
export function poincarePoints(series: RrSeries, usable?: Uint8Array): { readonly x: Float64Array; readonly y: Float64Array } {
  const { rrMs } = series;
  const gaps = gapMask(rrMs.length, series.gapsAfter);
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i + 1 < rrMs.length; i++) {
    if (gaps[i] === 1 || (usable !== undefined && (usable[i] !== 1 || usable[i + 1] !== 1))) continue;
    x.push(rrMs[i] ?? 0);
    y.push(rrMs[i + 1] ?? 0);
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}
