import { RPeakDetector } from './detector';
import { SampleClock } from './sample-clock';

/** Samples of an ECG that arrived together. */
export interface EcgFrame {
  /** When its last sample was taken, in ns by the sensor's own clock; any epoch. */
  readonly endNs: bigint;
  readonly microvolts: readonly number[];
}

/** One interval between two R peaks, ms. */
export interface EcgInterval {
  readonly rrMs: number;
  /** Samples are missing between this interval and the one before, so the two are not successive. */
  readonly afterGap: boolean;
}

/** The newest stretch of trace, for drawing. */
export interface EcgTrace {
  readonly rateHz: number;
  /** µV, oldest first; null where samples are missing. */
  readonly microvolts: readonly (number | null)[];
  /** Indices of the R peaks in it. */
  readonly peaks: readonly number[];
}

const TRACE_S = 6;

/**
 * Turns the frames of an ECG into intervals: keeps time by the frames' own timestamps, finds R peaks, and takes intervals only within
 * unbroken trace. Drops late and repeated frames. An interval comes about 0.3 s after the beat that ends it, the first ones after 5 s.
 */
export class EcgBeats {
  readonly #detector: RPeakDetector;
  readonly #clock: SampleClock;
  readonly #rateHz: number;
  #last: { readonly at: number; readonly stretch: number } | null = null;
  /** The stretch of the last interval; null before the first. */
  #stretch: number | null = null;
  #recent: { readonly at: number; readonly microvolts: number | null }[] = [];
  #peaks: number[] = [];

  constructor(rateHz: number) {
    this.#rateHz = rateHz;
    this.#detector = new RPeakDetector(rateHz);
    this.#clock = new SampleClock(rateHz);
  }

  push({ endNs, microvolts }: EcgFrame): EcgInterval[] {
    if (microvolts.length === 0) return [];
    const step = this.#clock.step(endNs, microvolts.length);
    if (step === 'stale') return [];
    const before = step === 'gap' ? this.#cut() : [];
    const from = this.#detector.end;
    const found = this.#intervals(this.#detector.push(microvolts));
    this.#remember(microvolts, from);
    return [...before, ...found];
  }

  /**
   * Call when the next frame does not continue the trace: the electrodes lost skin contact, or the caller lost frames. Returns the last
   * intervals before the cut.
   */
  cut(): EcgInterval[] {
    this.#clock.restart();
    return this.#cut();
  }

  #cut(): EcgInterval[] {
    if (this.#recent.at(-1)?.microvolts === null) return [];
    const found = this.#intervals(this.#detector.cut());
    if (this.#recent.length > 0) this.#recent.push({ at: this.#detector.end, microvolts: null });
    return found;
  }

  trace(): EcgTrace {
    const places = new Map(this.#recent.map(({ at, microvolts }, i) => [microvolts === null ? Number.NaN : at, i]));
    return {
      rateHz: this.#rateHz,
      microvolts: this.#recent.map(({ microvolts }) => microvolts),
      peaks: this.#peaks.flatMap((at) => places.get(Math.round(at)) ?? []),
    };
  }

  #intervals(peaks: readonly { readonly at: number; readonly stretch: number }[]): EcgInterval[] {
    const found: EcgInterval[] = [];
    for (const peak of peaks) {
      this.#peaks.push(peak.at);
      if (this.#last !== null && this.#last.stretch === peak.stretch) {
        const rrMs = (peak.at - this.#last.at) * this.#clock.periodMs;
        found.push({ rrMs, afterGap: this.#stretch !== null && this.#stretch !== peak.stretch });
        this.#stretch = peak.stretch;
      }
      this.#last = peak;
    }
    return found;
  }

  #remember(microvolts: readonly number[], from: number): void {
    const kept = TRACE_S * this.#rateHz;
    const all = [...this.#recent, ...microvolts.map((value, i) => ({ at: from + i, microvolts: value }))];
    this.#recent = all.slice(-kept);
    const oldest = this.#recent[0]?.at ?? 0;
    this.#peaks = this.#peaks.filter((at) => at >= oldest);
  }
}
