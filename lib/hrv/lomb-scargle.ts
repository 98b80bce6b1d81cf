import type { Density } from './welch';

/** Values at uneven times, in order, with breaks in between where nothing was measured. */
export interface Uneven {
  readonly timeS: Float64Array;
  readonly value: Float64Array;
  /** Time each value stands for, in s: its own interval. */
  readonly widthS: Float64Array;
}

const SEGMENT_S = 300;
const FEWEST = 16;
/** Of a segment this share must have been measured. */
const COVERED = 0.3;

/**
 * Averaged Lomb–Scargle density (Lomb 1976, Astrophys Space Sci 39:447; Scargle 1982, ApJ 263:835): segments of 300 s, half overlapped,
 * Hann taper over the segment, mean taken out, scaled so that for even samples without gaps it equals the one-sided Welch density. Segments
 * are weighted by the time measured in them. O(beats · frequencies), linear in the length of the recording.
 *
 * @param of values with the trend already taken out
 * @param stepHz distance of frequencies; the first is 0 and gets no power
 * @param count how many frequencies
 * @returns null when no segment holds enough
 */
export function lombScargle(of: Uneven, stepHz: number, count: number): Density | null {
  const { timeS, widthS } = of;
  const n = timeS.length;
  if (n < FEWEST) return null;
  const first = (timeS[0] ?? 0) - (widthS[0] ?? 0);
  const total = (timeS[n - 1] ?? 0) - first;
  const length = Math.min(SEGMENT_S, total);
  const power = new Float64Array(count);
  const segment = new Float64Array(count);
  let weights = 0;
  let from = 0;
  let to = 0;
  const segments = Math.floor((total - length) / (length / 2) + 1e-9) + 1;
  for (let s = 0; s < segments; s++) {
    const start = first + (s * length) / 2;
    while (from < n && (timeS[from] ?? 0) <= start) from++;
    while (to < n && (timeS[to] ?? 0) <= start + length) to++;
    const covered = segmentDensity(of, from, to, start, length, stepHz, segment);
    if (covered === 0) continue;
    weights += covered;
    for (let k = 0; k < count; k++) power[k] = (power[k] ?? 0) + covered * (segment[k] ?? 0);
  }
  if (weights === 0) return null;
  for (let k = 0; k < count; k++) power[k] = (power[k] ?? 0) / weights;
  return { stepHz, powerMs2PerHz: power };
}

/** Fills `out` with the density of values `from` … `to` − 1; the seconds measured in them, 0 when they are too few. */
function segmentDensity(of: Uneven, from: number, to: number, start: number, length: number, stepHz: number, out: Float64Array): number {
  const n = to - from;
  let covered = 0;
  let sum = 0;
  for (let i = from; i < to; i++) {
    covered += of.widthS[i] ?? 0;
    sum += of.value[i] ?? 0;
  }
  if (n < FEWEST || covered < COVERED * length) return 0;
  const mean = sum / n;
  const tapered = new Float64Array(n);
  // Rotation of each value's phase from one frequency to the next: no sine or cosine in the inner loop.
  const turnCos = new Float64Array(n);
  const turnSin = new Float64Array(n);
  const c = new Float64Array(n).fill(1);
  const s = new Float64Array(n);
  let windowPower = 0;
  for (let i = 0; i < n; i++) {
    const t = (of.timeS[from + i] ?? 0) - start;
    const w = 0.5 - 0.5 * Math.cos((2 * Math.PI * t) / length);
    windowPower += w * w;
    tapered[i] = w * ((of.value[from + i] ?? 0) - mean);
    turnCos[i] = Math.cos(2 * Math.PI * stepHz * t);
    turnSin[i] = Math.sin(2 * Math.PI * stepHz * t);
  }
  if (windowPower === 0) return 0;
  // 2·|X|²/(rate·Σw²) with rate = values per second measured; Lomb's power is |X|²/n at even samples.
  const scale = (2 * covered) / windowPower;
  out[0] = 0;
  for (let k = 1; k < out.length; k++) {
    let xc = 0;
    let xs = 0;
    let cc = 0;
    let cs = 0;
    for (let i = 0; i < n; i++) {
      const c0 = c[i] ?? 0;
      const s0 = s[i] ?? 0;
      const cosine = c0 * (turnCos[i] ?? 0) - s0 * (turnSin[i] ?? 0);
      const sine = s0 * (turnCos[i] ?? 0) + c0 * (turnSin[i] ?? 0);
      c[i] = cosine;
      s[i] = sine;
      const x = tapered[i] ?? 0;
      xc += x * cosine;
      xs += x * sine;
      cc += cosine * cosine;
      cs += cosine * sine;
    }
    out[k] = (scale * lombPower(xc, xs, cc, cs, n)) / n;
  }
  return covered;
}

/** Lomb's power from the sums, with the time shift τ that makes sine and cosine orthogonal. */
function lombPower(xc: number, xs: number, cc: number, cs: number, n: number): number {
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
