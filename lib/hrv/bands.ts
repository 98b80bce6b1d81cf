import { finite } from './numbers';
import type { SpectrumCurve } from './spectrum';
import type { Spectrum } from './types';
import type { Density } from './welch';

/** Bands of the Task Force (1996, Circulation 93:1043), Hz, and the shortest recording, in s, that can show them. */
const VLF = { low: 0.0033, high: 0.04, shortestS: 240 };
const LF = { low: 0.04, high: 0.15, shortestS: 120 };
const HF = { low: 0.15, high: 0.4, shortestS: 60 };
type Band = typeof HF;

/** Band powers by the trapezoidal rule over the bins with low ≤ f < high, in ms²; null for a band that the duration is too short for. */
export function bandPowers(curve: SpectrumCurve | null, durationS: number): Omit<Spectrum, 'series'> {
  const within = (band: Band) => (curve !== null && durationS >= band.shortestS ? bandPower(curve, band) : null);
  const lf = within(LF);
  const hf = within(HF);
  return {
    method: curve?.method ?? null,
    vlfMs2: within(VLF),
    lfMs2: lf,
    hfMs2: hf,
    lfHf: lf === null || hf === null ? null : finite(lf / hf),
    hfPeakHz: curve === null || hf === null || hf === 0 ? null : peakHz(curve, HF),
  };
}

/** Indices of the bins with low ≤ f < high. */
function bins({ stepHz, powerMs2PerHz }: Density, { low, high }: Band): { from: number; to: number } {
  let from = 0;
  while (from * stepHz < low) from++;
  let to = from;
  while (to + 1 < powerMs2PerHz.length && (to + 1) * stepHz < high) to++;
  return { from, to };
}

function bandPower(curve: Density, band: Band): number | null {
  const { from, to } = bins(curve, band);
  let sum = 0;
  for (let k = from; k < to; k++) sum += ((curve.powerMs2PerHz[k] ?? 0) + (curve.powerMs2PerHz[k + 1] ?? 0)) / 2;
  return finite(sum * curve.stepHz);
}

function peakHz(curve: Density, band: Band): number {
  const { from, to } = bins(curve, band);
  let best = from;
  for (let k = from + 1; k <= to; k++) if ((curve.powerMs2PerHz[k] ?? 0) > (curve.powerMs2PerHz[best] ?? 0)) best = k;
  return best * curve.stepHz;
}
