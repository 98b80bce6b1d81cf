import { clamp } from '../core/numbers';
import { MINUTE_MS } from '../core/time';
import { beatTimesS } from './beat-times';
import { orderedGaps } from './gaps';
import { lombScargleSegment, type Uneven } from './lomb-scargle';
import { float64 } from './scratch';
import { smoothnessPriorsTrend } from './smoothness-priors';
import { splineOnGrid } from './spline';
import type { RrSeries, SpectrumMethod } from './types';
import { type Density, toSegments, Welch } from './welch';

/** A power density and how it was made. */
export interface SpectrumCurve extends Density {
  readonly method: SpectrumMethod;
}

const RATE_HZ = 4;
const LAMBDA = 500;
const FEWEST_BEATS = 16;
/** A longer interval or gap counts as silence: a grid across it could exhaust the memory. */
const LONGEST_MS = MINUTE_MS;
/** Lomb–Scargle is computed up to 0.5 Hz: beats at rest show nothing above it. */
const GAPPED_BINS = 151;

/**
 * Power density of a series of intervals, in ms²/Hz. Without gaps: cubic spline at 4 Hz, smoothness priors (λ = 500), Welch with a Hann
 * window over 300 s. With gaps: segments that contain one use Lomb–Scargle on the measured beats alone, with the same trend removed; they
 * are averaged with the others, weighted by the time measured. Null when too short. Linear in the length of the recording.
 *
 * @param series intervals in ms, all finite and positive; `gapMs` gives the lengths of the gaps, 0 if missing
 */
export function spectrumCurve(series: RrSeries): SpectrumCurve | null {
  const n = series.rrMs.length;
  if (n < FEWEST_BEATS) return null;
  const value = float64(n);
  for (let i = 0; i < n; i++) {
    value[i] = series.rrMs[i] ?? 0;
    if ((value[i] ?? 0) > LONGEST_MS) return null;
  }
  const gaps = orderedGaps(n, series.gapsAfter, series.gapMs);
  const gapsAfter = gaps.map(({ at }) => at);
  const timeS = beatTimesS({ rrMs: value, gapsAfter, gapMs: gaps.map(({ ms }) => Math.min(ms, LONGEST_MS)) });
  const even = splineOnGrid(timeS, value, 1 / RATE_HZ);
  if (even.length < FEWEST_BEATS) return null;
  bridge(even, gapsAfter, timeS, value);
  const trend = smoothnessPriorsTrend(even, LAMBDA);
  for (let i = 0; i < even.length; i++) even[i] = (even[i] ?? 0) - (trend[i] ?? 0);

  const segments = toSegments(even.length);
  const welch = new Welch(segments.length, RATE_HZ);
  if (gaps.length === 0) {
    for (const start of segments.starts) welch.add(even, start);
    return { ...welch.density(), method: 'welch-4hz-cubic-priors500' };
  }
  const uneven = detrended(value, timeS, trend);
  return gapped(even, uneven, gapSpans(gapsAfter, timeS, value), segments, welch);
}

/** Average over segments, with Lomb–Scargle for those with a gap; null when no segment holds enough. */
function gapped(
  even: Float64Array,
  uneven: Uneven,
  gaps: readonly (readonly [fromS: number, toS: number])[],
  segments: ReturnType<typeof toSegments>,
  welch: Welch,
): SpectrumCurve | null {
  const first = uneven.timeS[0] ?? 0;
  const lengthS = segments.length / RATE_HZ;
  const power = new Float64Array(GAPPED_BINS);
  let weights = 0;
  let full = 0;
  let k = 0;
  for (const start of segments.starts) {
    const fromS = first + start / RATE_HZ;
    while (k < gaps.length && (gaps[k]?.[1] ?? 0) < fromS) k++;
    if (k >= gaps.length || (gaps[k]?.[0] ?? 0) > fromS + lengthS) {
      welch.add(even, start);
      full++;
      continue;
    }
    const part = lombScargleSegment(uneven, fromS, lengthS, welch.stepHz, GAPPED_BINS);
    if (part === null) continue;
    weights += part.measuredS;
    for (let bin = 0; bin < GAPPED_BINS; bin++) power[bin] = (power[bin] ?? 0) + part.measuredS * (part.powerMs2PerHz[bin] ?? 0);
  }
  if (weights === 0 && full === 0) return null;
  const fullS = full * lengthS;
  const rest = full > 0 ? welch.density().powerMs2PerHz : float64(GAPPED_BINS);
  for (let bin = 0; bin < GAPPED_BINS; bin++) power[bin] = ((power[bin] ?? 0) + fullS * (rest[bin] ?? 0)) / (weights + fullS);
  return { stepHz: welch.stepHz, powerMs2PerHz: power, method: 'lomb-scargle' };
}

/** The beats with the grid's trend removed. */
function detrended(value: Float64Array, timeS: Float64Array, trend: Float64Array): Uneven {
  const first = timeS[0] ?? 0;
  const rest = float64(value.length);
  const widthS = float64(value.length);
  for (let i = 0; i < value.length; i++) {
    rest[i] = (value[i] ?? 0) - interpolate(trend, ((timeS[i] ?? 0) - first) * RATE_HZ);
    widthS[i] = (value[i] ?? 0) / 1000;
  }
  return { timeS, value: rest, widthS };
}

function interpolate(values: Float64Array, at: number): number {
  const last = values.length - 1;
  const below = clamp(Math.floor(at), 0, last);
  const low = values[below] ?? 0;
  const high = values[Math.min(last, below + 1)] ?? 0;
  return low + (high - low) * clamp(at - below, 0, 1);
}

/** Puts a straight line into each gap of the grid: an unconstrained spline swings far out and would bend the trend around it. */
function bridge(even: Float64Array, gapsAfter: readonly number[], timeS: Float64Array, value: Float64Array): void {
  const first = timeS[0] ?? 0;
  for (const gap of gapsAfter) {
    const from = timeS[gap] ?? 0;
    const to = timeS[gap + 1] ?? 0;
    const low = value[gap] ?? 0;
    const rise = ((value[gap + 1] ?? 0) - low) / (to - from);
    const end = Math.min(even.length, Math.ceil((to - first) * RATE_HZ));
    for (let i = Math.max(0, Math.ceil((from - first) * RATE_HZ)); i < end; i++) even[i] = low + rise * (first + i / RATE_HZ - from);
  }
}

/** From the beat before each gap to the start of the interval after it, in s. */
function gapSpans(gaps: readonly number[], timeS: Float64Array, value: Float64Array): (readonly [number, number])[] {
  return gaps.map((gap) => [timeS[gap] ?? 0, (timeS[gap + 1] ?? 0) - (value[gap + 1] ?? 0) / 1000] as const);
}
