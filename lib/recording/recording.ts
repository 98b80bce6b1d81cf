import { ticksToMs } from './beats';
import type { LinkGap, Packet, RecordingPlan } from './types';

/**
 * A check while it is taken. Keeps every interval in the order it came, with the packets' arrival times; by beat time it says how far the
 * check is. Holds no clock and saves nothing: its owner hands it packets and link changes, and writes the journal.
 */
export type Phase = 'waiting' | 'settling' | 'measuring' | 'done';

export class Recording {
  readonly #packets: Packet[] = [];
  readonly #ticks: number[] = [];
  readonly #linkGaps: LinkGap[] = [];
  #lost: { afterBeat: number; lostAtMs: number } | null = null;
  #settledMs = 0;
  #measuredMs = 0;
  #firstCounted: number | null = null;
  #endCounted: number | null = null;
  readonly plan: RecordingPlan;

  constructor(plan: RecordingPlan) {
    this.plan = plan;
  }

  /** Takes one packet. Once the check is done, further beats are let go. Returns how many of its intervals were taken. */
  add(packet: Packet): number {
    if (this.#endCounted !== null) return 0;
    if (this.#lost !== null && packet.rrTicks.length > 0) this.linkBack(packet.atMs);
    let taken = 0;
    for (const tick of packet.rrTicks) {
      this.#take(tick);
      taken++;
      if (this.#endCounted !== null) break;
    }
    this.#packets.push(taken === packet.rrTicks.length ? packet : { ...packet, rrTicks: packet.rrTicks.slice(0, taken) });
    return taken;
  }

  linkLost(atMs: number): void {
    if (this.#endCounted === null) this.#lost ??= { afterBeat: this.#ticks.length, lostAtMs: atMs };
  }

  /** The link is back; the stretch without it counts as sitting still, but not as measured. */
  linkBack(atMs: number): void {
    if (this.#lost === null) return;
    this.#linkGaps.push({ ...this.#lost, backAtMs: atMs });
    if (this.#firstCounted === null) this.#settledMs += atMs - this.#lost.lostAtMs;
    this.#lost = null;
  }

  /** Ends the check with what there is. */
  finish(): void {
    this.#endCounted ??= this.#ticks.length;
  }

  #take(tick: number): void {
    const ms = ticksToMs(tick);
    if (this.#firstCounted === null && this.#settledMs >= this.plan.settleS * 1000) this.#firstCounted = this.#ticks.length;
    this.#ticks.push(tick);
    if (this.#firstCounted === null) {
      this.#settledMs += ms;
      return;
    }
    this.#measuredMs += ms;
    if (this.#measuredMs >= this.plan.measureS * 1000) this.#endCounted = this.#ticks.length;
  }

  get phase(): Phase {
    if (this.#endCounted !== null) return 'done';
    if (this.#ticks.length === 0) return 'waiting';
    return this.#settledMs >= this.plan.settleS * 1000 ? 'measuring' : 'settling';
  }

  /** Seconds of beat time still to come in this phase. */
  get remainingS(): number {
    const left = this.phase === 'measuring' ? this.plan.measureS * 1000 - this.#measuredMs : this.plan.settleS * 1000 - this.#settledMs;
    return this.phase === 'done' ? 0 : Math.max(0, left / 1000);
  }

  /** Share of the whole check that is behind us, 0 … 1. */
  get share(): number {
    const total = (this.plan.settleS + this.plan.measureS) * 1000;
    return Math.min(1, (Math.min(this.#settledMs, this.plan.settleS * 1000) + this.#measuredMs) / total);
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
