import { DAY_MS } from '../core/time';
import { float64, int32, uint8 } from './scratch';

/** Longer gaps come from absurd intervals; a day is more than any recording lasts. */
const LONGEST_GAP_MS = DAY_MS;

/** A corrected series under construction. */
export class CorrectedSeries {
  private rr: Float64Array;
  private trusted: Uint8Array;
  private source: Int32Array;
  private readonly gapsAfter: number[] = [];
  private readonly gapMs: number[] = [];
  private leadMs = 0;
  private size = 0;

  constructor(beats: number) {
    // A long interval may be split into several beats, so the result may be longer than the input; rarely by much.
    const length = beats + 64;
    this.rr = float64(length);
    this.trusted = uint8(length);
    this.source = int32(length);
  }

  /** Adds an interval in ms; `source` −1 for an invented one. */
  add(rrMs: number, source: number, trusted: 0 | 1): void {
    if (this.size === this.rr.length) this.grow();
    this.rr[this.size] = rrMs;
    this.trusted[this.size] = trusted;
    this.source[this.size] = source;
    this.size++;
  }

  /** Records time without intervals after what has been added so far; adjacent gaps become one. */
  addGap(lengthMs: number): void {
    const ms = Math.min(lengthMs, LONGEST_GAP_MS);
    const last = this.size - 1;
    const k = this.gapsAfter.length - 1;
    if (last < 0) this.leadMs += ms;
    else if (this.gapsAfter[k] === last) this.gapMs[k] = (this.gapMs[k] ?? 0) + ms;
    else {
      this.gapsAfter.push(last);
      this.gapMs.push(ms);
    }
  }

  /** The finished series; a gap after the last interval is dropped. */
  finish() {
    const { size, gapsAfter, gapMs, leadMs } = this;
    if (gapsAfter[gapsAfter.length - 1] === size - 1) {
      gapsAfter.pop();
      gapMs.pop();
    }
    const rrMs = this.rr.subarray(0, size);
    return { rrMs, gapsAfter, gapMs, leadMs, trusted: this.trusted.subarray(0, size), source: this.source.subarray(0, size) };
  }

  private grow(): void {
    const length = 2 * this.rr.length;
    const rr = float64(length);
    rr.set(this.rr);
    this.rr = rr;
    const trusted = uint8(length);
    trusted.set(this.trusted);
    this.trusted = trusted;
    const source = int32(length);
    source.set(this.source);
    this.source = source;
  }
}
