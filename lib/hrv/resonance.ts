import { sum } from '../core/statistics';
import { MINUTE_MS } from '../core/time';
import { beatTimesS } from './beat-times';
import { correct } from './correct';
import { finite } from './numbers';
import { spectrumCurve } from './spectrum';
import type { RrSeries } from './types';

/**
 * How far the heart rate swings with slow breathing, and at which of several rates it swings farthest: the stepped protocol of Lehrer and
 * Vaschillo (Lehrer 2000, Appl Psychophysiol Biofeedback 25:177; Lehrer 2013, Biofeedback 41:98; Shaffer & Meehan 2020, Front Neurosci
 * 14:570400). From them: the rates from 6.5 down to 4.5, at least two minutes each, and peak-to-trough heart rate and low-frequency power
 * as signs. Our own: every limit below, how the two figures are computed, and that one rate must lead by a tenth to be named alone.
 */

/** The rates of the protocol, breaths a minute. */
export const RESONANCE_RATES = [6.5, 6, 5.5, 5, 4.5] as const;

/** Swings of a stretch of breathing at one rate. */
export interface BreathSwing {
  /** Highest minus lowest heart rate of a breath, the mean over whole breaths, bpm. */
  readonly swingBpm: number;
  /** Half the height of the sine at the breathing rate that fits the heart rate best, bpm: only what follows the breath. */
  readonly amplitudeBpm: number;
  /** Power of the intervals within ± 1 breath a minute of the rate, ms²; null when there is no spectrum. */
  readonly peakMs2: number | null;
  readonly meanHrBpm: number;
  /** Complete breaths that were measured. */
  readonly breaths: number;
}

const FEWEST_BREATHS = 3;
/** With less of the time measured, or more of the beats corrected, the swings are not those of the heart. */
const MEASURED = 0.8;
const MOST_CORRECTED_PCT = 10;
/**
 * The widest swings of slow breathing move neighbouring intervals by a quarter. More pairs than this that differ by more are another
 * rhythm.
 */
const JUMP = 0.3;
const MOST_JUMPS = 0.05;
const MOST_OF_A_BREATH = 0.7;
const PEAK_HALF_WIDTH_HZ = 1 / 60;
/** Lead over the next rate that makes one rate the largest alone. */
const LEAD = 1.1;
/** How many rates must be compared for a finding. */
const FEWEST_RATES = 3;

/**
 * Swings of the heart rate at a breathing rate. O(beats), apart from the spectrum.
 *
 * @param series intervals as measured, ms; corrected here
 * @param perMin breaths a minute
 * @returns null when too little was measured, too much of it had to be corrected, or the beats are irregular
 */
export function breathSwing(series: RrSeries, perMin: number): BreathSwing | null {
  const correction = correct(series);
  const { rrMs, trusted, leadMs, touchedPct } = correction;
  const ends = beatTimesS(correction, leadMs);
  const beats: Beat[] = [];
  let [measuredS, sumMs, jumps] = [0, 0, 0];
  for (let i = 0; i < rrMs.length; i++) {
    const rr = rrMs[i] ?? 0;
    if (trusted[i] !== 1) continue;
    const before = i > 0 && trusted[i - 1] === 1 ? (rrMs[i - 1] ?? rr) : rr;
    if (Math.abs(rr - before) > JUMP * before) jumps++;
    beats.push({ atS: (ends[i] ?? 0) - rr / 2000, bpm: MINUTE_MS / rr, weight: rr });
    measuredS += rr / 1000;
    sumMs += rr;
  }
  const totalS = ends[ends.length - 1] ?? 0;
  if (touchedPct === null || touchedPct > MOST_CORRECTED_PCT || measuredS < MEASURED * totalS || jumps > MOST_JUMPS * beats.length)
    return null;
  const perBreath = swings(beats, perMin, totalS);
  const amplitudeBpm = sineAmplitude(beats, perMin);
  if (perBreath.length < FEWEST_BREATHS || amplitudeBpm === null) return null;
  return {
    swingBpm: sum(perBreath) / perBreath.length,
    amplitudeBpm,
    peakMs2: peakPower(correction, perMin),
    meanHrBpm: (MINUTE_MS * beats.length) / sumMs,
    breaths: perBreath.length,
  };
}

interface Beat {
  /** Middle of its interval. */
  readonly atS: number;
  readonly bpm: number;
  readonly weight: number;
}

/** Highest minus lowest heart rate of each complete breath that was measured well enough. */
function swings(beats: readonly Beat[], perMin: number, totalS: number): number[] {
  const lengthS = 60 / perMin;
  const found: number[] = [];
  let next = 0;
  for (let k = 0; (k + 1) * lengthS <= totalS + 1e-9; k++) {
    let [low, high, measuredMs] = [Number.POSITIVE_INFINITY, 0, 0];
    for (; next < beats.length; next++) {
      const beat = beats[next];
      if (beat === undefined || beat.atS >= (k + 1) * lengthS) break;
      low = Math.min(low, beat.bpm);
      high = Math.max(high, beat.bpm);
      measuredMs += beat.weight;
    }
    if (measuredMs >= MOST_OF_A_BREATH * lengthS * 1000) found.push(high - low);
  }
  return found;
}

/** Amplitude of the sine in a least-squares fit of mean, slope and sine, each beat weighted by the time it stands for. */
function sineAmplitude(beats: readonly Beat[], perMin: number): number | null {
  const omega = (2 * Math.PI * perMin) / 60;
  const sums = [0, 1, 2, 3].map(() => [0, 0, 0, 0, 0]);
  for (const { atS, bpm, weight } of beats) {
    const row = [1, atS / 60, Math.cos(omega * atS), Math.sin(omega * atS), bpm];
    sums.forEach((sum, i) => {
      for (let j = 0; j < 5; j++) sum[j] = (sum[j] ?? 0) + weight * (row[i] ?? 0) * (row[j] ?? 0);
    });
  }
  const fit = solved(sums);
  return fit === null ? null : finite(Math.hypot(fit[2] ?? 0, fit[3] ?? 0));
}

/** Solves a small system given as rows with the right side last; null when it has no single solution. */
function solved(rows: number[][]): number[] | null {
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    const pivot = rows.slice(k).reduce((best, row) => (Math.abs(row[k] ?? 0) > Math.abs(best[k] ?? 0) ? row : best));
    const lead = pivot[k] ?? 0;
    if (Math.abs(lead) < 1e-9) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(k, 0, pivot);
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const row = rows[i] ?? [];
      const factor = (row[k] ?? 0) / lead;
      for (let j = k; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}

function peakPower(series: RrSeries, perMin: number): number | null {
  const curve = spectrumCurve(series);
  if (curve === null) return null;
  const { stepHz, powerMs2PerHz } = curve;
  const hz = perMin / 60;
  let sum = 0;
  for (let k = 0; k < powerMs2PerHz.length; k++) if (Math.abs(k * stepHz - hz) <= PEAK_HALF_WIDTH_HZ) sum += powerMs2PerHz[k] ?? 0;
  return finite(sum * stepHz);
}

/** The result at one rate; null where too little was measured. */
export interface RateSwing {
  readonly perMin: number;
  readonly swing: BreathSwing | null;
}

export interface ResonanceFinding {
  /** The rate with the largest swing. */
  readonly perMin: number;
  readonly swingBpm: number;
  /** Whether it leads by a tenth, also in the fitted sine. */
  readonly clear: boolean;
  /** The slowest or fastest rate tried: the largest swing may lie beyond it. */
  readonly atEdge: boolean;
}

/** Which of the rates had the largest swing; the first of equal ones. Null with fewer than three to compare. */
export function largestSwing(rates: readonly RateSwing[]): ResonanceFinding | null {
  const known = rates.flatMap(({ perMin, swing }) => (swing === null ? [] : [{ perMin, swing }]));
  const [first, second] = [...known].sort((a, b) => b.swing.swingBpm - a.swing.swingBpm);
  if (known.length < FEWEST_RATES || first === undefined || second === undefined) return null;
  const { perMin, swing } = first;
  const all = known.map((one) => one.perMin);
  return {
    perMin,
    swingBpm: swing.swingBpm,
    clear: swing.swingBpm >= LEAD * second.swing.swingBpm && known.every((one) => one.swing.amplitudeBpm <= swing.amplitudeBpm),
    atEdge: perMin === Math.max(...all) || perMin === Math.min(...all),
  };
}
