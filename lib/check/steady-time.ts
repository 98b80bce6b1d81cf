import type { Clock } from '../core/clock';

const TICK_MS = 1000;

/**
 * Epoch ms from an anchor on, by a clock that nobody can set: a wall clock that is set in mid-recording must neither make a gap nor hide one.
 * Keeps the anchor and the time since. A machine that sleeps may stand still here; then the link is lost as well. Where the clock has no
 * monotonic reading, timers count the seconds.
 */
export class SteadyTime {
  readonly #clock: Clock;
  #anchorMs: number;
  #monotonicMs: number | null;
  /** Whole ticks since the anchor, ms, and the wall clock at the last one. */
  #tickedMs = 0;
  #wallMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#anchorMs = clock.now();
    this.#wallMs = this.#anchorMs;
    this.#monotonicMs = clock.monotonicMs?.() ?? null;
    if (this.#monotonicMs === null) void this.#tick();
  }

  now(): number {
    if (this.#monotonicMs !== null) return this.#anchorMs + (this.#clock.monotonicMs?.() ?? 0) - this.#monotonicMs;
    const sinceMs = Math.min(TICK_MS, Math.max(0, this.#clock.now() - this.#wallMs));
    return this.#anchorMs + this.#tickedMs + sinceMs;
  }

  /** Takes the wall clock as it is now. Call it before a recording begins, never in one. */
  anchor(): void {
    this.#anchorMs = this.#clock.now();
    this.#wallMs = this.#anchorMs;
    this.#tickedMs = 0;
    if (this.#monotonicMs !== null) this.#monotonicMs = this.#clock.monotonicMs?.() ?? null;
  }

  async #tick(): Promise<void> {
    for (;;) {
      await this.#clock.wait(TICK_MS);
      this.#tickedMs += TICK_MS;
      this.#wallMs = this.#clock.now();
    }
  }
}
