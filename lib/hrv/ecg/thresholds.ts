import { clamp } from '../../core/numbers';
import { computeMedian } from '../../core/statistics';
import type { PeakCandidate } from './candidates';

const MEMORY = 8;
/** How far a bump must rise from the noise level towards the beat level (Hamilton 2002); half of that when a beat is overdue. */
const SHARE = 0.3125;
/** A strap on skin never shows R peaks below about 50 µV. */
const FLOOR_UV = 12;
/**
 * How far beats stand out from the floor of their trace. Measured on pure noise (3000 s), the ratio is at most 5.8 and mostly 3.4; on
 * synthetic ECG of 45 … 160 bpm with noise at 10 dB at least 8, at 5 dB at least 6.4. Once beats are known, a lower ratio is enough.
 */
const STANDS_OUT = 6;
const STILL_STANDS_OUT = 4;

/** Energy threshold between beats and noise, from the last eight of each, µV. */
export class PeakThresholds {
  #beats: number[] = [];
  #noise: number[] = [];
  #floors: number[] = [];

  /** Starts again from the energy of a typical beat. */
  begin(energyUv: number): void {
    this.#beats = [energyUv];
    this.#noise = [];
    this.#floors = [];
  }

  beat({ energyUv, floorUv }: PeakCandidate): void {
    this.#beats = [...this.#beats, energyUv].slice(-MEMORY);
    this.#floors = [...this.#floors, floorUv].slice(-MEMORY);
  }

  /** The supposed beats no longer stand out from the noise around them. */
  get lost(): boolean {
    return this.#floors.length === MEMORY && this.beatUv < STILL_STANDS_OUT * medianUv(this.#floors);
  }

  noise({ energyUv }: PeakCandidate): void {
    this.#noise = [...this.#noise, energyUv].slice(-MEMORY);
  }

  /** The energy of a typical beat. */
  get beatUv(): number {
    return medianUv(this.#beats);
  }

  isBeat({ energyUv }: PeakCandidate): boolean {
    return energyUv > Math.max(FLOOR_UV, this.#threshold);
  }

  mayBeBeat({ energyUv }: PeakCandidate): boolean {
    return energyUv > Math.max(FLOOR_UV, this.#threshold / 2);
  }

  get #threshold(): number {
    // Otherwise noise as loud as the beats would hide them all for good.
    const noise = Math.min(medianUv(this.#noise), this.beatUv / 2);
    return noise + SHARE * (this.beatUv - noise);
  }
}

/**
 * The energy of a typical beat from the bumps of a stretch of trace: the median of the highest of each third, so that neither one start-up
 * spike nor one third without a beat matters. Null when no beats stand out.
 */
export function learned(bumps: readonly PeakCandidate[], from: number, length: number): number | null {
  const highest = [0, 0, 0];
  for (const { index, energyUv } of bumps) {
    const third = clamp(Math.floor((3 * (index - from)) / length), 0, 2);
    highest[third] = Math.max(highest[third] ?? 0, energyUv);
  }
  const beatUv = medianUv(highest);
  const floorUv = medianUv(bumps.map((bump) => bump.floorUv));
  return beatUv > FLOOR_UV && beatUv > STANDS_OUT * floorUv ? beatUv : null;
}

const medianUv = (values: readonly number[]) => computeMedian(values) ?? 0;
