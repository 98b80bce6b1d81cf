import type { RrSeries } from './types';

/**
 * Time of each interval's end in s from the start of the series, gaps included as far as their length is known.
 *
 * @param leadMs time before the first interval
 */
export function beatTimesS({ rrMs, gapsAfter, gapMs }: RrSeries, leadMs = 0): Float64Array {
  const times = new Float64Array(rrMs.length);
  let ms = leadMs;
  let k = 0;
  for (let i = 0; i < rrMs.length; i++) {
    ms += rrMs[i] ?? 0;
    times[i] = ms / 1000;
    while (gapsAfter !== undefined && k < gapsAfter.length && (gapsAfter[k] ?? 0) <= i) ms += gapMs?.[k++] ?? 0;
  }
  return times;
}
