import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../clock';

/** How long something can be put back, ms. */
const UNDO_MS = 10_000;

/** What was taken away last, and how it comes back. */
export interface TakenAway {
  readonly what: string;
  readonly putBack: () => Promise<void>;
}

/** Keeps, in memory, the last thing that was taken away for ten seconds, and longer while `held`. */
export class Undo {
  readonly #clock: Clock;
  readonly #last = signal<TakenAway | null>(null);
  #held: () => boolean = () => false;
  #waiting = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get last(): ReadonlySignal<TakenAway | null> {
    return this.#last;
  }

  /** While `held` says so, the time starts over when it is up: nobody loses a button that is under the pointer or has the focus. */
  holdWhile(held: () => boolean): void {
    this.#held = held;
  }

  offer(taken: TakenAway): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    this.#last.value = taken;
    void this.#expire(this.#waiting.signal);
  }

  async putBack(): Promise<void> {
    const taken = this.#last.value;
    this.dismiss();
    await taken?.putBack();
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
