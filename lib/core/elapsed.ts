/**
 * How much time has passed, ms, by the wall clock or by timers, whichever saw more. A wall clock that is set back takes nothing away, because
 * timers go on; a machine that slept counts in full, because the wall clock went on. Keeps the sum and the last reading of the wall clock.
 * The caller says how long its timers have waited (`waited`), unless it gives a clock that nobody can set, which counts for them.
 */
export class Elapsed {
  readonly #now: () => number;
  readonly #monotonic: (() => number) | null;
  #monotonicMs: number;
  #wallMs: number;
  #ms = 0;
  #leastMs = 0;

  /**
   * @param now the wall clock, epoch ms
   * @param monotonic ms from any point, by a clock that nobody can set (`Clock.monotonicMs`)
   */
  constructor(now: () => number, monotonic?: () => number) {
    this.#now = now;
    this.#wallMs = now();
    this.#monotonic = monotonic ?? null;
    this.#monotonicMs = monotonic?.() ?? 0;
  }

  /** Since it was made. Never less than it was before. */
  get ms(): number {
    this.#look();
    return this.#ms;
  }

  /** What timers alone have seen: so much has passed for certain, whatever became of the wall clock. */
  get leastMs(): number {
    this.#look();
    return this.#leastMs;
  }

  /** A timer of `ms` was started at `sinceMs`, by this reckoning, and has run out: at least so much has passed. */
  waited(sinceMs: number, ms: number): void {
    this.#ms = Math.max(this.ms, sinceMs + ms);
    if (this.#monotonic === null) this.#leastMs += ms;
  }

  #look(): void {
    const [wallMs, monotonicMs] = [this.#now(), this.#monotonic?.() ?? 0];
    const awakeMs = Math.max(0, monotonicMs - this.#monotonicMs);
    this.#ms += Math.max(awakeMs, wallMs - this.#wallMs);
    this.#leastMs += awakeMs;
    this.#wallMs = wallMs;
    this.#monotonicMs = monotonicMs;
  }
}

/** What has passed by this clock from now on. */
export function elapsedBy(clock: { now(): number; monotonicMs?(): number }): Elapsed {
  const monotonic = clock.monotonicMs?.bind(clock);
  return new Elapsed(() => clock.now(), monotonic);
}
