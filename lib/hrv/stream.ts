import { computeMedian } from '../core/statistics';
import { MINUTE_MS } from '../core/time';
import { correctSanitised } from './correct';
import { gapMask } from './gaps';
import { finite } from './numbers';
import type { Correction } from './repair';
import { type LiveFigures, Running } from './running';
import type { SanitisedRr } from './sanitise';

export type { LiveFigures } from './running';

/** The figures so far. `corrected` is provisional for at least the last 45 beats; the batch engine replaces it at the end. */
export interface StreamValues {
  readonly beats: number;
  readonly dropped: number;
  readonly durationS: number;
  /** Rate from the median of the last ten intervals: one bad interval does not change it, a real change shows within five. */
  readonly hrBpm: number | null;
  readonly raw: LiveFigures;
  readonly corrected: LiveFigures;
  /** Share of beats that count as faults so far, in %. */
  readonly flaggedPct: number | null;
}

export interface HrvStream {
  /** Adds one interval in ms; `gapBefore` when time was lost before it. A value that is not an interval counts as dropped. */
  push(rrMs: number, gapBefore?: boolean): void;
  /** The figures now; O(1). */
  readonly values: StreamValues;
}

/** A beat is final once this many have followed: half the window of the tree's thresholds. */
const SETTLE = 45;
/** Settled beats kept so that the windows of the unsettled ones are complete. */
const CONTEXT = 48;
/** The correction runs over the buffer each time this many beats have come; sooner at first, while there is little data. */
const CHUNK = 60;
const FIRST_CHUNK = 15;
/** Until the correction has run, a new beat counts if it is at most this far from the median of the last ones, itself included. */
const PLAUSIBLE = 0.2;
const RECENT = 10;

/**
 * Live figures of a recording as it comes in: O(1) amortised per beat, constant memory. Every 60 beats the product's correction runs over
 * about the last 150; beats older than 45 are then settled into running sums, the rest stays provisional.
 */
export function createStream(): HrvStream {
  return new Stream();
}

class Stream implements HrvStream {
  private readonly raw = new Running();
  private readonly settled = new Running();
  /** Settled and provisional beats together. */
  private readonly current = new Running();
  private beats = 0;
  private dropped = 0;
  private totalMs = 0;
  private settledKept = 0;
  private currentKept = 0;
  private sinceCorrection = 0;
  /** The last intervals as measured, for the heart rate. */
  private readonly recent: number[] = [];
  /** The last intervals, for the correction; `first` is the index in the recording of the first of them, gaps are counted in the buffer. */
  private buffer: number[] = [];
  private gaps: number[] = [];
  private first = 0;
  /** Index in the recording of the first unsettled beat. */
  private unsettled = 0;

  push(rrMs: number, gapBefore = false): void {
    if (gapBefore) this.breakHere();
    if (!Number.isFinite(rrMs) || rrMs <= 0) {
      this.dropped++;
      return;
    }
    this.beats++;
    this.totalMs += rrMs;
    this.raw.add(rrMs);
    this.buffer.push(rrMs);
    this.recent.push(rrMs);
    if (this.recent.length > RECENT) this.recent.shift();
    const level = computeMedian(this.recent) ?? rrMs;
    if (Math.abs(rrMs - level) > PLAUSIBLE * level) this.current.breakHere();
    else {
      this.current.add(rrMs);
      this.currentKept++;
    }
    this.sinceCorrection++;
    if (this.sinceCorrection >= (this.beats < CHUNK ? FIRST_CHUNK : CHUNK)) this.settle();
  }

  get values(): StreamValues {
    const medianMs = computeMedian(this.recent);
    return {
      beats: this.beats,
      dropped: this.dropped,
      durationS: Math.min(this.totalMs, Number.MAX_VALUE) / 1000,
      hrBpm: medianMs === null ? null : finite(MINUTE_MS / medianMs),
      raw: this.raw.figures(),
      corrected: this.current.figures(),
      flaggedPct: this.beats > 0 ? (100 * (this.beats - this.currentKept)) / this.beats : null,
    };
  }

  private breakHere(): void {
    this.raw.breakHere();
    this.current.breakHere();
    const last = this.buffer.length - 1;
    if (last >= 0 && this.gaps[this.gaps.length - 1] !== last) this.gaps.push(last);
  }

  /** Corrects the buffer, settles what is old enough, and rebuilds the provisional sums on top of it. */
  private settle(): void {
    this.sinceCorrection = 0;
    const correction = correctSanitised(bufferedSeries(this.buffer, this.gaps));
    const settleTo = Math.max(this.unsettled, this.beats - SETTLE);
    this.settledKept += this.addBeats(this.settled, correction, this.unsettled, settleTo);
    this.unsettled = settleTo;
    this.current.copyFrom(this.settled);
    this.currentKept = this.settledKept + this.addBeats(this.current, correction, settleTo, this.beats);

    const forget = Math.max(0, this.unsettled - CONTEXT - this.first);
    this.buffer = this.buffer.slice(forget);
    this.gaps = this.gaps.map((gap) => gap - forget).filter((gap) => gap >= 0);
    this.first += forget;
  }

  /** Adds the corrected intervals that begin at recording index `from` … `to` − 1. Returns how many of them were measured. */
  private addBeats(to: Running, { rrMs, trusted, source, gapsAfter }: Correction, from: number, until: number): number {
    const gaps = gapMask(rrMs.length, gapsAfter);
    let kept = 0;
    let position = this.first - 1;
    for (let i = 0; i < rrMs.length; i++) {
      const raw = source[i] ?? -1;
      // An invented interval takes the position of the one before it.
      if (raw >= 0) position = this.first + raw;
      if (position < from || position >= until) continue;
      if (trusted[i] === 1) {
        to.add(rrMs[i] ?? 0);
        kept++;
      } else to.breakHere();
      if (gaps[i] === 1) to.breakHere();
    }
    return kept;
  }
}

/** What `sanitise` would return for values already known to be intervals in ms. */
function bufferedSeries(buffer: readonly number[], gapsAfter: readonly number[]): SanitisedRr {
  const gapMs = gapsAfter.map(() => 0);
  return { rrMs: Float64Array.from(buffer), gapsAfter, gapMs, dropped: 0, keptIndex: NO_INDEX, unit: 'ms' };
}

const NO_INDEX = new Int32Array(0);
