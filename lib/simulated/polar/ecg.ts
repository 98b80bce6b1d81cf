import { prng } from '../prng';
import type { EcgBeat } from './ecg-beats';
import { AFTER_MS, BEFORE_MS, heartWave, meanPower } from './ecg-waveform';

export interface EcgOptions {
  readonly seed?: number;
  /** Height of a normal R peak, µV; default 1100. */
  readonly amplitudeUv?: number;
  /** Baseline wander from breathing and movement, µV to each side; default 0. */
  readonly wanderUv?: number;
  /** Mean power of the clean trace over that of the white noise, dB; `null` (default) for none. */
  readonly noiseDb?: number | null;
}

export interface EcgSource {
  /** The trace at this time, whole µV. Call it with rising times. */
  sampleUv(atMs: number): number;
}

interface PlacedBeat extends EcgBeat {
  readonly atMs: number;
}

const HARMONICS = [
  { hz: 0.25, share: 0.5 },
  { hz: 0.07, share: 0.35 },
  { hz: 0.45, share: 0.15 },
] as const;
/** This many beats determine the mean rate, and from it the noise level. */
const LEAD_BEATS = 20;
/** The start of the first interval is a beat too. */
const FIRST_RR_MS = 1000;

/** The trace of these beats, with the first interval from `startMs` on. Deterministic: same options, same trace. */
export function ecgSource(beats: Iterable<EcgBeat>, startMs: number, options: EcgOptions = {}): EcgSource {
  const { seed = 1, amplitudeUv = 1100, wanderUv = 0, noiseDb = null } = options;
  const random = prng(seed, 41);
  const phases = HARMONICS.map(() => 2 * Math.PI * random.uniform());
  const coming = beats[Symbol.iterator]();
  const lead = Array.from({ length: LEAD_BEATS }, () => coming.next()).filter(({ done }) => !done);
  const leadMs = lead.reduce((sum, { value }) => sum + (value ? value.rrMs : 0), 0);
  const noiseUv =
    noiseDb === null ? 0 : amplitudeUv * Math.sqrt(meanPower(leadMs / Math.max(1, lead.length) || FIRST_RR_MS) / 10 ** (noiseDb / 10));
  let near: PlacedBeat[] = [{ atMs: startMs, rrMs: FIRST_RR_MS, ectopic: false }];
  let lastMs = startMs;

  function lookTo(atMs: number): void {
    while (lastMs < atMs) {
      const { done, value } = lead.shift() ?? coming.next();
      if (done || !value) return;
      lastMs += value.rrMs;
      near.push({ ...value, atMs: lastMs });
    }
  }

  return {
    sampleUv(atMs) {
      lookTo(atMs + BEFORE_MS);
      near = near.filter((beat) => beat.atMs > atMs - AFTER_MS);
      const heart = near.reduce((sum, beat) => sum + heartWave(atMs - beat.atMs, beat.rrMs, beat.ectopic), 0);
      const wander = HARMONICS.reduce(
        (sum, { hz, share }, i) => sum + share * Math.sin((2 * Math.PI * hz * atMs) / 1000 + (phases[i] ?? 0)),
        0,
      );
      return Math.round(amplitudeUv * heart + wanderUv * wander + noiseUv * random.normal());
    },
  };
}

/** A complete trace from the start of the first interval to half a second after the last beat, with its true R peaks. */
export interface SyntheticEcg {
  readonly rateHz: number;
  readonly microvolts: readonly number[];
  /** Every R peak, ms after the first sample; the first is at 0. */
  readonly peaks: readonly { readonly atMs: number; readonly ectopic: boolean }[];
}

/** 130 Hz, as in an H10, unless another rate is given. */
export function syntheticEcg(beats: Iterable<EcgBeat>, options: EcgOptions & { readonly rateHz?: number } = {}): SyntheticEcg {
  const { rateHz = 130 } = options;
  const all = [...beats];
  let atMs = 0;
  const peaks = [{ atMs, ectopic: false }];
  for (const { rrMs, ectopic } of all) {
    atMs += rrMs;
    peaks.push({ atMs, ectopic });
  }
  const source = ecgSource(all, 0, options);
  const microvolts = Array.from({ length: Math.floor(((atMs + 500) / 1000) * rateHz) }, (_, i) => source.sampleUv((i * 1000) / rateHz));
  return { rateHz, microvolts, peaks };
}
