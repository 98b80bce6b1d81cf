import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from './clock';

/** How long something can be put back, ms. */
const UNDO_MS = 10_000;

/** What was taken away last, and how it comes back. */
export interface TakenAway<What> {
  readonly what: What;
  readonly putBack: () => Promise<void>;
}

/** Keeps, in memory, the last thing that was taken away for ten seconds, and longer while `held`. */
export class Undo<What = string> {
  readonly #clock: Clock;
  readonly #last = signal<TakenAway<What> | null>(null);
  #held: () => boolean = () => false;
  #waiting = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What can be put back; null when there is nothing, or it is too late. */
  get last(): ReadonlySignal<TakenAway<What> | null> {
    return this.#last;
  }

  /** While `held` says so, the time starts over when it is up: nobody loses a button that is under the pointer or has the focus. */
  holdWhile(held: () => boolean): void {
    this.#held = held;
  }

  offer(taken: TakenAway<What>): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    this.#last.value = taken;
    void this.#expire(this.#waiting.signal);
  }

  /** Once, however often it is pressed. What could not be put back is offered again; rejects with the reason. */
  async putBack(): Promise<void> {
    const taken = this.#last.value;
    if (taken === null) return;
    this.dismiss();
    try {
      await taken.putBack();
    } catch (error) {
      if (this.#last.value === null) this.offer(taken);
      throw error;
    }
  }

  dismiss(): void {
    this.#waiting.abort();
    this.#last.value = null;
  }

  async #expire(waiting: AbortSignal): Promise<void> {
    try {
      do await this.#clock.wait(UNDO_MS, waiting);
      while (this.#held());
    } catch {
      // Put back, dismissed, or something else was taken away.
      return;
    }
    this.#last.value = null;
  }
}
