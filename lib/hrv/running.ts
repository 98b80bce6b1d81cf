import { finite } from './numbers';
import { MIN_BEATS_FOR_RMSSD } from './time-domain';

/** Time-domain figures while a recording runs; units and nulls as in `TimeDomain`. */
export interface LiveFigures {
  readonly meanRrMs: number | null;
  readonly sdnnMs: number | null;
  readonly rmssdMs: number | null;
  readonly lnRmssd: number | null;
  readonly pnn50Pct: number | null;
}

const MIN_DIFFERENCES = 20;

/**
 * Time-domain sums that grow by one interval at a time, so that a live figure costs O(1) per beat. Mean and spread are Welford's, which do
 * not lose digits by cancellation.
 */
export class Running {
  private beats = 0;
  private mean = 0;
  private spread = 0;
  private pairs = 0;
  private squares = 0;
  private over50 = 0;
  private previous: number | null = null;

  /** Adds a measured interval in ms; its difference to the one before counts unless `breakHere` was called in between. */
  add(rrMs: number): void {
    this.beats++;
    const off = rrMs - this.mean;
    this.mean += off / this.beats;
    this.spread += off * (rrMs - this.mean);
    if (this.previous !== null) {
      const difference = rrMs - this.previous;
      this.pairs++;
      this.squares += difference * difference;
      if (Math.abs(difference) > 50) this.over50++;
    }
    this.previous = rrMs;
  }

  /** No difference is taken from the last interval to the next: a gap, or a bad beat. */
  breakHere(): void {
    this.previous = null;
  }

  copyFrom(other: Running): void {
    this.beats = other.beats;
    this.mean = other.mean;
    this.spread = other.spread;
    this.pairs = other.pairs;
    this.squares = other.squares;
    this.over50 = other.over50;
    this.previous = other.previous;
  }

  get count(): number {
    return this.beats;
  }

  figures(): LiveFigures {
    const { beats, pairs } = this;
    const enough = beats >= MIN_BEATS_FOR_RMSSD && pairs >= MIN_DIFFERENCES;
    const rmssdMs = enough ? finite(Math.sqrt(this.squares / pairs)) : null;
    return {
      meanRrMs: beats > 0 ? finite(this.mean) : null,
      sdnnMs: beats > 1 ? finite(Math.sqrt(this.spread / (beats - 1))) : null,
      rmssdMs,
      lnRmssd: rmssdMs === null ? null : finite(Math.log(rmssdMs)),
      pnn50Pct: enough ? (100 * this.over50) / pairs : null,
    };
  }
}
