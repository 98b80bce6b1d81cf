import type { SensorContact } from '../bluetooth/services/heart-rate';
import type { PmdFrame, PpiSample } from '../bluetooth/services/polar-pmd';
import { EcgBeats, type EcgTrace } from '../hrv';
import { TICKS_PER_SECOND } from '../recording';

/** Successive intervals, at least one. */
export interface PolarBeatsRun {
  /** They do not follow the earlier ones. */
  readonly afterGap: boolean;
  /** 1/1024 s, like everything that is recorded. */
  readonly rrTicks: readonly number[];
  /** PPI only: possible error of each, ms. */
  readonly errorMs: readonly number[] | null;
}

interface Interval {
  readonly rrMs: number;
  readonly errorMs: number | null;
  readonly afterGap: boolean;
}

const ECG_RATE_HZ = 130;
/** An interval with a larger error estimate says nothing about differences of about that size. The product's own limit. */
const MAX_ERROR_MS = 30;
const MOST_TICKS = 0xffff;

/**
 * Turns the frames of one Polar stream into intervals, from either source. Stretches without skin contact, blocked or too uncertain become
 * gaps.
 */
export class PolarBeats {
  readonly #ecg: EcgBeats;
  /** PPI: an interval since the last good one was not a beat. */
  #broken = false;
  #began = false;

  constructor(rateHz = ECG_RATE_HZ) {
    this.#ecg = new EcgBeats(rateHz);
  }

  push(frame: PmdFrame, contact: SensorContact): PolarBeatsRun[] {
    if (frame.stream === 'ppi') return toRuns(frame.samples.flatMap((sample) => this.#pulse(sample)));
    if (frame.stream !== 'ecg') return [];
    if (contact === 'not-detected') return this.cut();
    return toRuns(this.#ecg.push({ endNs: frame.timestampNs, microvolts: frame.microvolts }).map(certain));
  }

  /** Call when the next frame does not follow. Returns the last intervals before it. */
  cut(): PolarBeatsRun[] {
    this.#broken = this.#began;
    return toRuns(this.#ecg.cut().map(certain));
  }

  get trace(): EcgTrace {
    return this.#ecg.trace();
  }

  #pulse({ intervalMs, errorMs, blocker, contact }: PpiSample): Interval[] {
    if (blocker || contact === 'not-detected' || errorMs > MAX_ERROR_MS || intervalMs === 0) {
      this.#broken = this.#began;
      return [];
    }
    const interval = { rrMs: intervalMs, errorMs, afterGap: this.#broken };
    this.#broken = false;
    this.#began = true;
    return [interval];
  }
}

function certain(interval: Omit<Interval, 'errorMs'>): Interval {
  return { ...interval, errorMs: null };
}

function toRuns(intervals: readonly Interval[]): PolarBeatsRun[] {
  const runs: Interval[][] = [[]];
  for (const interval of intervals) {
    if (interval.afterGap) runs.push([]);
    runs.at(-1)?.push(interval);
  }
  return runs
    .filter((run) => run.length > 0)
    .map((run) => ({
      afterGap: run[0]?.afterGap ?? false,
      rrTicks: run.map(({ rrMs }) => Math.min(MOST_TICKS, Math.round((rrMs * TICKS_PER_SECOND) / 1000))),
      errorMs: run[0]?.errorMs == null ? null : run.map(({ errorMs }) => errorMs ?? 0),
    }));
}
