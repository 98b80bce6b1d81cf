import { type Fft, fftOf } from './fft';

/** A one-sided power density over evenly spaced frequencies from 0. */
export interface Density {
  readonly stepHz: number;
  /** In ms²/Hz. */
  readonly powerMs2PerHz: Float64Array;
}

/** Length of a segment and of the transform: 300 s at 4 Hz. */
const LENGTH = 1200;
let transform: Fft | undefined;

/**
 * Welch's averaged periodogram as scipy's: segments of up to 1200 samples, half overlapped, periodic Hann window, mean taken out of each,
 * one-sided density, transform of 1200 points.
 *
 * @param x even samples in ms, at least two
 * @param rateHz samples a second
 */
export function welch(x: Float64Array, rateHz: number): Density {
  transform ??= fftOf(LENGTH);
  const length = Math.min(LENGTH, x.length);
  const hop = length - Math.floor(length / 2);
  const window = new Float64Array(length);
  let windowPower = 0;
  for (let i = 0; i < length; i++) {
    const w = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length);
    window[i] = w;
    windowPower += w * w;
  }

  const bins = LENGTH / 2 + 1;
  const power = new Float64Array(bins);
  const re = new Float64Array(LENGTH);
  const im = new Float64Array(LENGTH);
  const segments = Math.floor((x.length - length) / hop) + 1;
  // Two real segments ride in one complex transform: |X|² + |Y|² is half of |Z(k)|² + |Z(−k)|².
  for (let s = 0; s < segments; s += 2) {
    taper(x, s * hop, window, re);
    if (s + 1 < segments) taper(x, (s + 1) * hop, window, im);
    else im.fill(0);
    transform({ re, im });
    for (let k = 0; k < bins; k++) {
      const mirrored = k === 0 ? 0 : LENGTH - k;
      const here = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
      const there = (re[mirrored] ?? 0) ** 2 + (im[mirrored] ?? 0) ** 2;
      power[k] = (power[k] ?? 0) + (here + there) / 2;
    }
  }
  for (let k = 0; k < bins; k++) {
    const sides = k === 0 || k === bins - 1 ? 1 : 2;
    power[k] = (sides * (power[k] ?? 0)) / (segments * rateHz * windowPower);
  }
  return { stepHz: rateHz / LENGTH, powerMs2PerHz: power };
}

function taper(x: Float64Array, start: number, window: Float64Array, out: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < window.length; i++) sum += x[start + i] ?? 0;
  const mean = sum / window.length;
  out.fill(0);
  for (let i = 0; i < window.length; i++) out[i] = ((x[start + i] ?? 0) - mean) * (window[i] ?? 0);
}
