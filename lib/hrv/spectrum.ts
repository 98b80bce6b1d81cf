import { lombScargle } from './lomb-scargle';
import { finite } from './numbers';
import { smoothnessPriorsTrend } from './smoothness-priors';
import { splineOnGrid } from './spline';
import type { RrSeries, Spectrum, SpectrumMethod } from './types';
import { type Density, welch } from './welch';

/** A power density and how it was made. */
export interface SpectrumCurve extends Density {
  readonly method: SpectrumMethod;
}

const RATE_HZ = 4;
const LAMBDA = 500;
const STEP_HZ = RATE_HZ / 1200;
const FREQUENCIES = 601;
const FEWEST_BEATS = 16;
/** An interval so long is silence; a grid through it could outgrow memory. */
const LONGEST_MS = 60_000;

/** Bands of the Task Force (1996), Hz, and the shortest recording, in s, that can show them. */
const VLF = { low: 0.0033, high: 0.04, shortestS: 240 };
const LF = { low: 0.04, high: 0.15, shortestS: 120 };
const HF = { low: 0.15, high: 0.4, shortestS: 60 };

/**
 * Power density of a series of intervals, in ms²/Hz. Without gaps: cubic spline at 4 Hz, smoothness priors (λ = 500), Welch with a Hann
 * window over 300 s. With gaps: averaged Lomb–Scargle of the measured beats only, the same trend taken out. null when too short.
 *
 * @param series intervals in ms, all finite and positive; `gapMs` tells how long the gaps were, none is taken as no time
 */
export function spectrumCurve(series: RrSeries): SpectrumCurve | null {
  const { rrMs } = series;
  const n = rrMs.length;
  if (n < FEWEST_BEATS) return null;
  const value = Float64Array.from(rrMs);
  const timeS = new Float64Array(n);
  const lost = lostAfter(series);
  let ms = 0;
  for (let i = 0; i < n; i++) {
    const rr = value[i] ?? 0;
    if (rr > LONGEST_MS) return null;
    ms += rr;
    timeS[i] = ms / 1000;
    ms += Math.min(lost.get(i) ?? 0, LONGEST_MS);
  }
  const even = splineOnGrid(timeS, value, 1 / RATE_HZ);
  if (even.length < FEWEST_BEATS) return null;
  const trend = smoothnessPriorsTrend(even, LAMBDA);

  if (lost.size === 0) {
    for (let i = 0; i < even.length; i++) even[i] = (even[i] ?? 0) - (trend[i] ?? 0);
    return { ...welch(even, RATE_HZ), method: 'welch-4hz-cubic-priors500' };
  }
  const first = timeS[0] ?? 0;
  const widthS = value.map((rr) => rr / 1000);
  const detrended = value.map((rr, i) => rr - interpolate(trend, ((timeS[i] ?? 0) - first) * RATE_HZ));
  const density = lombScargle({ timeS, value: detrended, widthS }, STEP_HZ, FREQUENCIES);
  return density && { ...density, method: 'lomb-scargle' };
}

/** Time lost after each gap, in ms. */
function lostAfter({ rrMs, gapsAfter, gapMs }: RrSeries): Map<number, number> {
  const lost = new Map<number, number>();
  gapsAfter?.forEach((gap, k) => {
    if (gap >= 0 && gap < rrMs.length - 1) lost.set(gap, Math.max(0, gapMs?.[k] ?? 0));
  });
  return lost;
}

function interpolate(values: Float64Array, at: number): number {
  const last = values.length - 1;
  const below = Math.max(0, Math.min(last, Math.floor(at)));
  const low = values[below] ?? 0;
  const high = values[Math.min(last, below + 1)] ?? 0;
  return low + (high - low) * Math.max(0, Math.min(1, at - below));
}

/** Band powers by the trapezoid over the bins with low ≤ f < high, in ms²; null for what the duration cannot show. */
export function bandPowers(curve: SpectrumCurve | null, durationS: number): Omit<Spectrum, 'series'> {
  const within = (band: typeof HF) => (curve !== null && durationS >= band.shortestS ? bandPower(curve, band) : null);
  const lf = within(LF);
  const hf = within(HF);
  return {
    method: curve?.method ?? null,
    vlfMs2: within(VLF),
    lfMs2: lf,
    hfMs2: hf,
    lfHf: lf === null || hf === null ? null : finite(lf / hf),
    hfPeakHz: curve === null || hf === null || hf === 0 ? null : peakHz(curve, HF.low, HF.high),
  };
}

/** Indices of the bins with low ≤ f < high. */
function bins({ stepHz, powerMs2PerHz }: Density, low: number, high: number): { from: number; to: number } {
  let from = 0;
  while (from * stepHz < low) from++;
  let to = from;
  while (to + 1 < powerMs2PerHz.length && (to + 1) * stepHz < high) to++;
  return { from, to };
}

function bandPower(curve: Density, { low, high }: typeof HF): number | null {
  const { from, to } = bins(curve, low, high);
  let sum = 0;
  for (let k = from; k < to; k++) sum += ((curve.powerMs2PerHz[k] ?? 0) + (curve.powerMs2PerHz[k + 1] ?? 0)) / 2;
  return finite(sum * curve.stepHz);
}

/** Frequency of the highest bin of a band. */
export function peakHz(curve: Density, low: number, high: number): number {
  const { from, to } = bins(curve, low, high);
  let best = from;
  for (let k = from + 1; k <= to; k++) if ((curve.powerMs2PerHz[k] ?? 0) > (curve.powerMs2PerHz[best] ?? 0)) best = k;
  return best * curve.stepHz;
}
