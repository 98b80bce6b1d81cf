import { computeFft, type Fft } from './fft';
import { float64 } from './scratch';

/** A one-sided power density over evenly spaced frequencies from 0. */
export interface Density {
  readonly stepHz: number;
  /** In ms²/Hz. */
  readonly powerMs2PerHz: Float64Array;
}

/** Length of a segment and of the transform: 300 s at 4 Hz. */
const LENGTH = 1200;
const BINS = LENGTH / 2 + 1;
let transform: Fft | undefined;

/** Where Welch's segments of up to 1200 samples lie in a series of `samples`, half overlapped. */
export function toSegments(samples: number): { readonly length: number; readonly starts: readonly number[] } {
  const length = Math.min(LENGTH, samples);
  const hop = length - Math.floor(length / 2);
  const starts: number[] = [];
  for (let start = 0; start + length <= samples; start += hop) starts.push(start);
  return { length, starts };
}

/**
 * Welch's averaged periodogram as in scipy (Welch 1967, IEEE Trans Audio Electroacoust 15:70): periodic Hann window, mean removed from each
 * segment, one-sided density, transform of 1200 points. Segments are added one by one.
 */
export class Welch {
  readonly stepHz: number;
  private readonly rateHz: number;
  private readonly window: Float64Array;
  private readonly windowPower: number;
  private readonly power = float64(BINS);
  private readonly re = float64(LENGTH);
  private readonly im = float64(LENGTH);
  private segments = 0;
  private half = false;

  /** @param length samples in a segment, at most 1200 */
  constructor(length: number, rateHz: number) {
    this.rateHz = rateHz;
    this.stepHz = rateHz / LENGTH;
    this.window = float64(length);
    let power = 0;
    for (let i = 0; i < length; i++) {
      const w = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length);
      this.window[i] = w;
      power += w * w;
    }
    this.windowPower = power;
  }

  /** Adds the segment of `x` (ms) that begins at sample `start`. */
  add(x: Float64Array, start: number): void {
    // One complex transform computes two real segments.
    taper(x, start, this.window, this.half ? this.im : this.re);
    this.segments++;
    if (this.half) this.transformPair();
    this.half = !this.half;
  }

  /** The average so far; at least one segment must have been added. */
  density(): Density {
    if (this.half) {
      this.im.fill(0);
      this.transformPair();
      this.half = false;
    }
    const powerMs2PerHz = new Float64Array(BINS);
    for (let k = 0; k < BINS; k++) {
      const sides = k === 0 || k === BINS - 1 ? 1 : 2;
      powerMs2PerHz[k] = (sides * (this.power[k] ?? 0)) / (this.segments * this.rateHz * this.windowPower);
    }
    return { stepHz: this.stepHz, powerMs2PerHz };
  }

  /** Of a pair z = x + iy, |X(k)|² + |Y(k)|² is half of |Z(k)|² + |Z(−k)|². */
  private transformPair(): void {
    const { re, im, power } = this;
    transform ??= computeFft(LENGTH);
    transform({ re, im });
    for (let k = 0; k < BINS; k++) {
      const mirrored = k === 0 ? 0 : LENGTH - k;
      const here = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
      const there = (re[mirrored] ?? 0) ** 2 + (im[mirrored] ?? 0) ** 2;
      power[k] = (power[k] ?? 0) + (here + there) / 2;
    }
  }
}

function taper(x: Float64Array, start: number, window: Float64Array, out: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < window.length; i++) sum += x[start + i] ?? 0;
  const mean = sum / window.length;
  for (let i = 0; i < window.length; i++) out[i] = ((x[start + i] ?? 0) - mean) * (window[i] ?? 0);
  out.fill(0, window.length);
}
