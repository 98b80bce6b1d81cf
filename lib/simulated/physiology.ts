import { MINUTE_MS } from '../core/time';
import { type Prng, prng } from './prng';

/** A heart at rest. All options may be left out. */
export interface HeartOptions {
  readonly seed?: number;
  /** Mean heart rate, bpm. */
  readonly meanHrBpm?: number;
  /** RMSSD, ms. Holds for the first 5 minutes within 3 % (unless RR reaches its limits of 300 or 2200 ms), later mostly within 15 %. */
  readonly rmssdMs?: number;
  /** Mean breathing rate, breaths per minute; drifts slowly by a few percent. */
  readonly breathsPerMin?: number;
  /** Called before each beat: how the person follows a pacer now; null for free breathing. */
  readonly paced?: () => PacedBreath | null;
}

/** Paced breathing. */
export interface PacedBreath {
  /** Breaths per minute. */
  readonly perMin: number;
  /** Phase of the breath, 0 to 1 from the start of the inhalation. Used when the rate changes. */
  readonly phase: number;
}

/** Shares of the components in the variance of RR before scaling: respiration, Mayer wave, 1/f. */
const VARIANCE = { breathing: 1, mayer: 0.25, drift: 0.8 } as const;
const MAYER_HZ = 0.1;
/** Slow breathing and the Mayer wave merge if their frequencies are closer than this. */
const MERGED_HZ = 0.03;
/** Memory, in beats, of the four AR(1) processes whose sum has a 1/f spectrum over the length of a check. */
const MEMORY_BEATS = [3, 12, 48, 192] as const;
const SHORTEST_RR_MS = 300;
const LONGEST_RR_MS = 2200;
const CALIBRATION_MS = 300_000;
/** How much a paced breath changes RR, relative to a free breath: most near one rate, less away from it. Our choice; hearts differ. */
const RESONANCE = { perMin: 5.5, halfWidth: 0.45, times: 3 } as const;
/** The heart is fastest at the end of the inhalation, four tenths into the breath. */
const FASTEST_AT = 0.4;

/**
 * Endless RR intervals in ms: a mean, respiratory sinus arrhythmia (a sine at the breathing rate, which drifts), a Mayer wave near 0.1 Hz
 * and 1/f noise. The same options give the same intervals. For artefacts, wrap it in `withFaults`.
 *
 * A trial run determines the amplitude, because the effect of breathing on RMSSD depends on how breaths and beats coincide. Breaths are
 * counted in mean intervals, so that the variation is linear in its amplitude and one trial is enough.
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

/** At a slow pace the Mayer wave synchronises with the breath, so there is no separate wave. */
function entrained(mayer: () => number, paced: HeartOptions['paced']): () => number {
  return () => {
    const value = mayer();
    return (paced?.() ?? null) === null ? value : 0;
  };
}

/**
 * The paced breath while there is a pace, else the free one. The free one continues underneath, so that later beats do not depend on the
 * pacer.
 */
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

/** The next value of a sine of `cycles` per beat, whose rate drifts by `wander` (relative, one SD, over about 40 beats). */
function sine(random: Prng, cycles: number, variance: number, wander: number): () => number {
  const amplitude = Math.sqrt(2 * variance);
  const rate = autoregressive(random, 40, wander ** 2);
  let phase = random.uniform() * 2 * Math.PI;
  return () => {
    phase += 2 * Math.PI * cycles * (1 + rate());
    return amplitude * Math.sin(phase);
  };
}

/** A stationary AR(1) process whose memory falls to 1/e in `memory` steps. */
function autoregressive(random: Prng, memory: number, variance: number): () => number {
  const coefficient = Math.exp(-1 / memory);
  const innovation = Math.sqrt(variance * (1 - coefficient ** 2));
  let value = random.normal() * Math.sqrt(variance);
  return () => {
    value = coefficient * value + innovation * random.normal();
    return value;
  };
}
