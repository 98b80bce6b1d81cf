import type { SpectrumCurve } from './spectrum';

/** Breathing at rest, in Hz: 9 to 30 breaths a minute. Below it lies the blood pressure wave at 0.1 Hz, which is not breathing. */
const SLOWEST_HZ = 0.15;
const FASTEST_HZ = 0.5;
const SHORTEST_S = 60;
/** Less power than this in the whole band, in ms², is rounding. */
const LEAST_MS2 = 0.01;
/** A peak this many times the mean of its band is breathing and not chance. */
const STANDS_OUT = 2.5;

/**
 * Breaths per minute: the highest spectral peak in the plausible band (Charlton 2017, Physiol Meas 38:669), refined by a parabola through
 * its neighbours. Null without a peak that stands out; breathing slower than 9 a minute is not found. Above half the heart rate, beats
 * cannot show breathing.
 *
 * @param curve power density of the intervals
 * @param durationS length of the recording
 * @param meanRrMs mean interval, for the highest frequency that the beats can show
 */
export function respirationPerMin(curve: SpectrumCurve | null, durationS: number, meanRrMs: number | null): number | null {
  if (curve === null || meanRrMs === null || durationS < SHORTEST_S) return null;
  const { stepHz, powerMs2PerHz: power } = curve;
  const from = Math.ceil(SLOWEST_HZ / stepHz - 1e-9);
  const to = Math.min(power.length - 2, Math.floor(Math.min(FASTEST_HZ, 500 / meanRrMs) / stepHz));
  if (to <= from) return null;
  let best = from;
  let sum = 0;
  for (let k = from; k <= to; k++) {
    sum += power[k] ?? 0;
    if ((power[k] ?? 0) > (power[best] ?? 0)) best = k;
  }
  const top = power[best] ?? 0;
  const left = power[best - 1] ?? 0;
  const right = power[best + 1] ?? 0;
  // The highest bin of the band may only be the slope of a peak outside it.
  if (!(sum * stepHz > LEAST_MS2) || left > top || right > top || top < (STANDS_OUT * sum) / (to - from + 1)) return null;
  const bend = left - 2 * top + right;
  const shift = bend < 0 ? (left - right) / (2 * bend) : 0;
  return 60 * stepHz * (best + shift);
}
