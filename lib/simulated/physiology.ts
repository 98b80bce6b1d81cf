import { MINUTE_MS } from '../core/time';
import { type Prng, prng } from './prng';

/** A heart at rest. Everything may be left out. */
export interface HeartOptions {
  readonly seed?: number;
  /** Mean heart rate, bpm. */
  readonly meanHrBpm?: number;
  /** RMSSD, ms. The first 5 minutes have it, to 3 % unless RR of 300 or 2200 ms get in the way; later ones mostly to 15 %. */
  readonly rmssdMs?: number;
  /** Mean breathing rate, breaths a minute; it drifts slowly by a few percent. */
  readonly breathsPerMin?: number;
  /** Asked before each beat: how this heart's owner breathes by a pacer now; null for freely. */
  readonly paced?: () => PacedBreath | null;
}

/** Breathing by a pacer. */
export interface PacedBreath {
  /** Breaths a minute. */
  readonly perMin: number;
  /** Where in the breath it is now, 0 … 1 from the beginning of breathing in. Taken up when the rate changes. */
  readonly phase: number;
}

/** Shares of the parts in the variance of RR before scaling: respiration, Mayer wave, 1/f. */
const VARIANCE = { breathing: 1, mayer: 0.25, drift: 0.8 } as const;
const MAYER_HZ = 0.1;
/** Slow breathing and the Mayer wave merge into one when closer than this. */
const MERGED_HZ = 0.03;
/** Memory, in beats, of the four AR(1) processes whose sum has a 1/f spectrum over the time of a check. */
const MEMORY_BEATS = [3, 12, 48, 192] as const;
const SHORTEST_RR_MS = 300;
const LONGEST_RR_MS = 2200;
const CALIBRATION_MS = 300_000;
/** How a paced breath swings RR, of the free breath's amplitude: at best near one rate, and less beside it. Ours; hearts differ. */
const RESONANCE = { perMin: 5.5, halfWidth: 0.45, times: 3 } as const;
/** The heart is fastest when the breath turns, after four tenths of it. */
const FASTEST_AT = 0.4;

/**
 * Successive RR intervals in ms, without end: a mean, respiratory sinus arrhythmia (a sine at the breathing rate, which drifts), a Mayer
 * wave near 0.1 Hz and 1/f noise. The same options give the same intervals. Wrap it in `withFaults` for artefacts.
 *
 * Its size is found by a trial run and not by a formula, because what breathing does to RMSSD depends on how breaths fall on the beats.
 * Breaths are counted in mean intervals, so that the variation is linear in its size and one trial is enough.
 */
export function physiologicalRr(options: HeartOptions = {}): Generator<number, never> {
  const { seed = 1, meanHrBpm = 60, rmssdMs = 40, breathsPerMin = 14, paced } = options;
  const heart = (scale: number, by?: HeartOptions['paced']) => beating(seed, MINUTE_MS / meanHrBpm, breathsPerMin / 60, scale, by);
  return heart(rmssdMs / rmssdOfStart(heart(1)), paced);
}

function* beating(
  seed: number,
  meanRrMs: number,
  breathHz: number,
  scale: number,
  paced?: HeartOptions['paced'],
): Generator<number, never> {
  const perBeat = (hz: number) => (hz * meanRrMs) / 1000;
  const merged = Math.abs(breathHz - MAYER_HZ) < MERGED_HZ;
  let rrMs = meanRrMs;
  const parts = [
    byPacer(sine(prng(seed, 1), perBeat(breathHz), VARIANCE.breathing, 0.04), () => rrMs, paced),
    entrained(sine(prng(seed, 2), perBeat(MAYER_HZ), merged ? 0 : VARIANCE.mayer, 0.08), paced),
    ...MEMORY_BEATS.map((memory, i) => autoregressive(prng(seed, 3 + i), memory, VARIANCE.drift / MEMORY_BEATS.length)),
  ];
  for (;;) {
    const variation = parts.reduce((sum, next) => sum + next(), 0);
    rrMs = Math.min(LONGEST_RR_MS, Math.max(SHORTEST_RR_MS, meanRrMs + scale * variation));
    yield rrMs;
  }
}

/** The Mayer wave falls in with a slow pace: it is no wave of its own then. */
function entrained(mayer: () => number, paced: HeartOptions['paced']): () => number {
  return () => {
    const value = mayer();
    return (paced?.() ?? null) === null ? value : 0;
  };
}

/** The free breath, or the paced one while there is a pace. The free one goes on underneath, so that the beats after are those of before. */
function byPacer(free: () => number, rrMs: () => number, paced: HeartOptions['paced']): () => number {
  const amplitude = RESONANCE.times * Math.sqrt(2 * VARIANCE.breathing);
  let perMin = 0;
  let phase = 0;
  return () => {
    const value = free();
    const breath = paced?.() ?? null;
    if (breath === null) {
      perMin = 0;
      return value;
    }
    phase = breath.perMin === perMin ? phase + (perMin * rrMs()) / MINUTE_MS : breath.phase;
    perMin = breath.perMin;
    const beside = (perMin - RESONANCE.perMin) / RESONANCE.halfWidth;
    return (-amplitude * Math.cos(2 * Math.PI * (phase - FASTEST_AT))) / Math.sqrt(1 + beside ** 2);
  };
}

function rmssdOfStart(intervals: Iterable<number>): number {
  let before: number | null = null;
  let totalMs = 0;
  let squares = 0;
  let differences = 0;
  for (const rrMs of intervals) {
    totalMs += rrMs;
    if (totalMs > CALIBRATION_MS) break;
    if (before !== null) {
      squares += (rrMs - before) ** 2;
      differences++;
    }
    before = rrMs;
  }
  return Math.sqrt(squares / differences);
}

/** The next value of a sine of `cycles` a beat, whose rate wanders by `wander` of itself (one SD, over some 40 beats). */
function sine(random: Prng, cycles: number, variance: number, wander: number): () => number {
  const amplitude = Math.sqrt(2 * variance);
  const rate = autoregressive(random, 40, wander ** 2);
  let phase = random.uniform() * 2 * Math.PI;
  return () => {
    phase += 2 * Math.PI * cycles * (1 + rate());
    return amplitude * Math.sin(phase);
  };
}

/** A stationary AR(1) process that forgets to 1/e within `memory` steps. */
function autoregressive(random: Prng, memory: number, variance: number): () => number {
  const coefficient = Math.exp(-1 / memory);
  const innovation = Math.sqrt(variance * (1 - coefficient ** 2));
  let value = random.normal() * Math.sqrt(variance);
  return () => {
    value = coefficient * value + innovation * random.normal();
    return value;
  };
}
