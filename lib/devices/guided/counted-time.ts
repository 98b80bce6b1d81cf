import type { Clock } from '../../core/clock';
import { type Elapsed, elapsedBy } from '../../core/elapsed';

/** What passed since the time was taken last, ms. */
export interface PassedTime {
  /** What timers saw. */
  readonly countedMs: number;
  /** By how much more the wall clock went ahead: somebody set it, or the machine slept, and nobody can tell which. */
  readonly gapMs: number;
}

/** The time of one session by timers, and by the wall clock beside them. Keeps both readings from the start and from when it was taken last. */
export class CountedTime {
  readonly #clock: Clock;
  readonly #elapsed: Elapsed;
  #startedAtMs: number;
  #startedMs = 0;
  #countedMs = 0;
  #allMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#elapsed = elapsedBy(clock);
    this.#startedAtMs = clock.now();
  }

  /** All that may have passed, ms from any point; never goes back. Ages go by it. */
  get allMs(): number {
    return this.#elapsed.ms;
  }
  /** The wall clock at the start, and what may have passed since, epoch ms: a clock that is set back does not change it. */
  get nowMs(): number {
    return this.#startedAtMs + this.#elapsed.ms - this.#startedMs;
  }

  start(startedAtMs: number): void {
    this.#startedAtMs = startedAtMs;
    this.#startedMs = this.#elapsed.ms;
    this.take();
  }

  /** What passed since this was called last. */
  take(): PassedTime {
    const [allMs, countedMs] = [this.#elapsed.ms, this.#elapsed.leastMs];
    const passedMs = countedMs - this.#countedMs;
    const gapMs = allMs - this.#allMs - passedMs;
    this.#countedMs = countedMs;
    this.#allMs = allMs;
    return { countedMs: passedMs, gapMs };
  }

  /** As `Clock.wait`; what was waited counts. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    const sinceMs = this.#elapsed.ms;
    await this.#clock.wait(ms, signal);
    this.#elapsed.waited(sinceMs, ms);
  }
}
