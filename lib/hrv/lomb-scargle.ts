import { float64 } from './scratch';

/** Values at uneven times, in order, with breaks where nothing was measured. */
export interface Uneven {
  readonly timeS: Float64Array;
  readonly value: Float64Array;
  /** Time each value stands for, in s: its own interval. */
  readonly widthS: Float64Array;
}

/** A segment with fewer values, or a smaller share of it measured, gives no density. */
const FEWEST = 16;
const COVERED = 0.3;

/** Density of one segment and the seconds that were measured in it. */
export interface LombScargle {
  readonly powerMs2PerHz: Float64Array;
  readonly measuredS: number;
}

/**
 * Lomb–Scargle density of one segment (Lomb 1976, Astrophys Space Sci 39:447; Scargle 1982, ApJ 263:835): Hann taper over the segment, mean
 * removed, scaled so that for even samples without gaps it equals the one-sided Welch density. O(beats · frequencies).
 *
 * @param of values with the trend already removed
 * @param fromS start of the segment
 * @param lengthS its length
 * @param stepHz distance of frequencies; the first is 0 and gets no power
 * @param count how many frequencies
 * @returns null when the segment holds too little
 */
export function lombScargleSegment(of: Uneven, fromS: number, lengthS: number, stepHz: number, count: number): LombScargle | null {
  const from = firstAfter(of.timeS, fromS);
  const to = firstAfter(of.timeS, fromS + lengthS);
  const n = to - from;
  let measuredS = 0;
  let sum = 0;
  for (let i = from; i < to; i++) {
    measuredS += of.widthS[i] ?? 0;
    sum += of.value[i] ?? 0;
  }
  if (n < FEWEST || measuredS < COVERED * lengthS) return null;
  const mean = sum / n;
  const tapered = float64(n);
  // Each value's phase is rotated from one frequency to the next: no sine or cosine in the inner loop.
  const turnCos = float64(n);
  const turnSin = float64(n);
  const cos = float64(n).fill(1);
  const sin = float64(n);
  let windowPower = 0;
  for (let i = 0; i < n; i++) {
    const t = (of.timeS[from + i] ?? 0) - fromS;
    const w = 0.5 - 0.5 * Math.cos((2 * Math.PI * t) / lengthS);
    windowPower += w * w;
    tapered[i] = w * ((of.value[from + i] ?? 0) - mean);
    turnCos[i] = Math.cos(2 * Math.PI * stepHz * t);
    turnSin[i] = Math.sin(2 * Math.PI * stepHz * t);
  }
  const powerMs2PerHz = float64(count);
  // Welch's 2·|X|²/(rate·Σw²), the rate being values per second measured.
  const scale = (2 * measuredS) / (n * windowPower);
  for (let k = 1; k < count; k++) {
    let xc = 0;
    let xs = 0;
    let cc = 0;
    let cs = 0;
    for (let i = 0; i < n; i++) {
      const c0 = cos[i] ?? 0;
      const s0 = sin[i] ?? 0;
      const c = c0 * (turnCos[i] ?? 0) - s0 * (turnSin[i] ?? 0);
      const s = s0 * (turnCos[i] ?? 0) + c0 * (turnSin[i] ?? 0);
      cos[i] = c;
      sin[i] = s;
      const x = tapered[i] ?? 0;
      xc += x * c;
      xs += x * s;
      cc += c * c;
      cs += c * s;
    }
    powerMs2PerHz[k] = scale * squaredAmplitude(xc, xs, cc, cs, n);
  }
  return { powerMs2PerHz, measuredS };
}

function firstAfter(timeS: Float64Array, limit: number): number {
  let low = 0;
  let high = timeS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeS[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** |X|² from the sums, with Lomb's time shift τ that makes sine and cosine orthogonal. */
function squaredAmplitude(xc: number, xs: number, cc: number, cs: number, n: number): number {
  const ss = n - cc;
  const theta = 0.5 * Math.atan2(2 * cs, cc - ss);
  const cos = Math.cos(theta);
  const sin = Math.sin(theta);
  const c = xc * cos + xs * sin;
  const s = xs * cos - xc * sin;
  const c2 = cc * cos * cos + 2 * cs * cos * sin + ss * sin * sin;
  const s2 = n - c2;
  const power = (c2 > 1e-9 ? (c * c) / c2 : 0) + (s2 > 1e-9 ? (s * s) / s2 : 0);
  return (power * n) / 2;
}
