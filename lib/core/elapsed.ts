/**
 * How much time has passed, ms, by the wall clock or by timers, whichever saw more. A wall clock that is set back takes nothing away, because
 * timers go on; a machine that slept counts in full, because the wall clock went on. Keeps the sum and the last reading of the wall clock.
 * The caller says how long its timers have waited (`waited`).
 */
export class Elapsed {
  readonly #now: () => number;
  #wallMs: number;
  #ms = 0;
  #leastMs = 0;

  /** @param now the wall clock, epoch ms */
  constructor(now: () => number) {
    this.#now = now;
    this.#wallMs = now();
  }

  /** Since it was made. Never less than it was before. */
  get ms(): number {
    const wallMs = this.#now();
    this.#ms += Math.max(0, wallMs - this.#wallMs);
    this.#wallMs = wallMs;
    return this.#ms;
  }

  /** What timers alone have seen: so much has passed for certain, whatever became of the wall clock. */
  get leastMs(): number {
    return this.#leastMs;
  }

  /** A timer of `ms` was started at `sinceMs`, by this reckoning, and has run out: at least so much has passed. */
  waited(sinceMs: number, ms: number): void {
    this.#ms = Math.max(this.ms, sinceMs + ms);
    this.#leastMs += ms;
  }
}
