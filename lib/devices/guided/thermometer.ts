import { longestColdS, type SessionStep } from '../../catalogue';

/** A thermometer that has not reported for so long is called silent. Ours: longer than the slowest usual interval of a bath thermometer. */
const SILENT_MS = 30_000;

/** A reading that is dated later than now by more than this was dated by a clock that has been set back. */
const AHEAD_MS = 1000;

/** Whether a reading that arrived then counts no more, or nobody knows how old it is. Both in ms, by the same clock. */
export function isStale(readAtMs: number, nowMs: number): boolean {
  return nowMs - readAtMs > SILENT_MS || readAtMs - nowMs > AHEAD_MS;
}

/** What a reading means for a step. */
export type WaterNotice = 'too-cold' | 'shortened' | 'too-hot' | 'warmer-than-dose' | 'cooler-than-dose';

/**
 * The readings of a thermometer in one session. Limits for cold follow the coldest reading so far, even if the bath warms up again. Keeps
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

  /** Takes a reading, °C, in the current step. Invalid readings are ignored. */
  read(celsius: number, step: SessionStep): void {
    if (!Number.isFinite(celsius)) return;
    if (step.exposure === 'cold') this.#coldestC = Math.min(this.#coldestC, celsius);
    if (step.exposure === 'heat') this.#hottestC = celsius;
  }

  spent(step: SessionStep, ms: number): void {
    if (step.exposure === 'cold') this.#coldMs += ms;
  }

  /** How much longer this step may last, ms; infinite when only its own length limits it. */
  leftMs(step: SessionStep): number {
    if (step.exposure === 'heat') return step.rangeC !== undefined && this.#hottestC > step.rangeC[1] ? 0 : Number.POSITIVE_INFINITY;
    if (step.exposure !== 'cold') return Number.POSITIVE_INFINITY;
    // Without a reading, the dose's own temperature applies. The first times are short with or without a thermometer.
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
