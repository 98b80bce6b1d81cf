import { ticksToMs } from './beats';
import type { LinkGap, Packet, RecordingPlan } from './types';

/**
 * A check in progress. Keeps every interval in the order it came, with the packets' arrival times, and tells by beat time how far the check
 * has come. It has no clock and saves nothing: its owner hands it packets and link changes, and writes the journal.
 */
export type RecordingPhase = 'waiting' | 'settling' | 'measuring' | 'standing' | 'done';

export class Recording {
  readonly #packets: Packet[] = [];
  readonly #ticks: number[] = [];
  readonly #linkGaps: LinkGap[] = [];
  #lost: { afterBeat: number; lostAtMs: number } | null = null;
  #settledMs = 0;
  #measuredMs = 0;
  #firstCounted: number | null = null;
  #endCounted: number | null = null;
  #stoodMs = 0;
  #over = false;
  readonly plan: RecordingPlan;

  constructor(plan: RecordingPlan) {
    this.plan = plan;
  }

  /** Adds one packet. Once the check is done, further beats are dropped. Returns how many of its intervals were kept. */
  add(packet: Packet): number {
    if (this.#over) return 0;
    if (this.#lost !== null && packet.rrTicks.length > 0) this.linkBack(packet.atMs);
    let taken = 0;
    for (const tick of packet.rrTicks) {
      this.#take(tick);
      taken++;
      if (this.#over) break;
    }
    this.#packets.push(taken === packet.rrTicks.length ? packet : { ...packet, rrTicks: packet.rrTicks.slice(0, taken) });
    return taken;
  }

  linkLost(atMs: number): void {
    if (!this.#over) this.#lost ??= { afterBeat: this.#ticks.length, lostAtMs: atMs };
  }

  /** The link is back. The time without it counts as sitting still, but not as measured. */
  linkBack(atMs: number): void {
    if (this.#lost === null) return;
    this.#linkGaps.push({ ...this.#lost, backAtMs: atMs });
    if (this.#firstCounted === null) this.#settledMs += atMs - this.#lost.lostAtMs;
    this.#lost = null;
  }

  /** Ends the check with what has been measured so far. */
  finish(): void {
    this.#endCounted ??= this.#ticks.length;
    this.#over = true;
  }

  #take(tick: number): void {
    const ms = ticksToMs(tick);
    if (this.#firstCounted === null && this.#settledMs >= this.plan.settleS * 1000) this.#firstCounted = this.#ticks.length;
    this.#ticks.push(tick);
    if (this.#firstCounted === null) {
      this.#settledMs += ms;
      return;
    }
    if (this.#endCounted === null) {
      this.#measuredMs += ms;
      if (this.#measuredMs >= this.plan.measureS * 1000) this.#endCounted = this.#ticks.length;
    } else {
      this.#stoodMs += ms;
    }
    this.#over = this.#endCounted !== null && this.#stoodMs >= this.#standMs;
  }

  get #standMs(): number {
    return (this.plan.standS ?? 0) * 1000;
  }

  get phase(): RecordingPhase {
    if (this.#over) return 'done';
    if (this.#endCounted !== null) return 'standing';
    if (this.#ticks.length === 0) return 'waiting';
    return this.#settledMs >= this.plan.settleS * 1000 ? 'measuring' : 'settling';
  }

  /** Seconds of beat time left in this phase. */
  get remainingS(): number {
    const { settleS, measureS } = this.plan;
    const left = {
      waiting: settleS * 1000,
      settling: settleS * 1000 - this.#settledMs,
      measuring: measureS * 1000 - this.#measuredMs,
      standing: this.#standMs - this.#stoodMs,
      done: 0,
    };
    return Math.max(0, left[this.phase] / 1000);
  }

  /** Share of the whole check that is done, 0 … 1. */
  get share(): number {
    const settleMs = this.plan.settleS * 1000;
    const total = settleMs + this.plan.measureS * 1000 + this.#standMs;
    return Math.min(1, (Math.min(this.#settledMs, settleMs) + this.#measuredMs + this.#stoodMs) / total);
  }

  /** The stretch after standing up, as indices into `ticks`; null where the check has none, or has not reached it. */
  get stood(): { first: number; end: number } | null {
    if (this.#standMs === 0 || this.#endCounted === null || this.#stoodMs === 0) return null;
    return { first: this.#endCounted, end: this.#ticks.length };
  }

  /** The counted stretch, as indices into `ticks`: from `first` up to, not including, `end`. Empty before settling is over. */
  get counted(): { first: number; end: number } {
    const first = this.#firstCounted ?? this.#ticks.length;
    return { first, end: this.#endCounted ?? this.#ticks.length };
  }

  get ticks(): readonly number[] {
    return this.#ticks;
  }
  get packets(): readonly Packet[] {
    return this.#packets;
  }
  get linkGaps(): readonly LinkGap[] {
    return this.#linkGaps;
  }
}
