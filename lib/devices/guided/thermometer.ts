import { longestColdS, type SessionStep } from '../../catalogue';

/** What the thermometer makes of a step. */
export type WaterNotice = 'too-cold' | 'shortened' | 'too-hot' | 'warmer-than-dose' | 'cooler-than-dose';

/**
 * What a thermometer said in one session. Cold goes by the coldest reading of all: a bath that warms up again has been that cold. Keeps
 * that, and the time spent in the cold, in memory.
 */
export class MeasuredExposure {
  readonly #timesBefore: number;
  #coldestC = Number.POSITIVE_INFINITY;
  #hottestC = Number.NEGATIVE_INFINITY;
  #coldMs = 0;

  constructor(timesBefore: number) {
    this.#timesBefore = timesBefore;
  }

  /** °C, in the step that is on. Readings that are none are passed over. */
  read(celsius: number, step: SessionStep): void {
    if (!Number.isFinite(celsius)) return;
    if (step.exposure === 'cold') this.#coldestC = Math.min(this.#coldestC, celsius);
    if (step.exposure === 'heat') this.#hottestC = celsius;
  }

  spent(step: SessionStep, ms: number): void {
    if (step.exposure === 'cold') this.#coldMs += ms;
  }

  /** How much longer this step may go on, ms; infinite where nothing speaks against its own length. */
  leftMs(step: SessionStep): number {
    if (step.exposure === 'heat') return step.rangeC !== undefined && this.#hottestC > step.rangeC[1] ? 0 : Number.POSITIVE_INFINITY;
    if (step.exposure !== 'cold') return Number.POSITIVE_INFINITY;
    // Without a reading the dose's own pair holds, and the first times are short with and without a thermometer.
    const coldC = Number.isFinite(this.#coldestC) ? this.#coldestC : (step.rangeC?.[0] ?? Number.NEGATIVE_INFINITY);
    return Math.max(0, longestColdS(coldC, this.#timesBefore) * 1000 - this.#coldMs);
  }

  notice(step: SessionStep): WaterNotice | null {
    const [low, high] = step.rangeC ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (step.exposure === 'cold' && Number.isFinite(this.#coldestC)) {
      if (longestColdS(this.#coldestC, this.#timesBefore) === 0) return 'too-cold';
      if (this.#coldestC < low) return 'shortened';
      return this.#coldestC > high ? 'warmer-than-dose' : null;
    }
    if (step.exposure === 'heat' && Number.isFinite(this.#hottestC)) {
      if (this.#hottestC > high) return 'too-hot';
      return this.#hottestC < low ? 'cooler-than-dose' : null;
    }
    return null;
  }
}
