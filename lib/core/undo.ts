import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from './clock';

/** How long a removal can be undone, ms. */
const UNDO_MS = 10_000;

/** What was removed last, and how to restore it. */
export interface TakenAway<What> {
  readonly what: What;
  readonly putBack: () => Promise<void>;
}

/** Keeps the last removal in memory for ten seconds, or longer while `holdWhile` says so, so that it can be undone. */
export class Undo<What = string> {
  readonly #clock: Clock;
  readonly #last = signal<TakenAway<What> | null>(null);
  #held: () => boolean = () => false;
  #waiting = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What can be restored; null when there is nothing or the time is over. */
  get last(): ReadonlySignal<TakenAway<What> | null> {
    return this.#last;
  }

  /**
   * While `held` returns true, the time starts again when it is over: the button must not disappear under the pointer or while it has the
   * focus.
   */
  holdWhile(held: () => boolean): void {
    this.#held = held;
  }

  offer(taken: TakenAway<What>): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    this.#last.value = taken;
    void this.#expire(this.#waiting.signal);
  }

  /** Restores once, however often it is called. If restoring fails, the offer is made again and the promise rejects with the reason. */
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
      // Restored, dismissed, or replaced by a newer removal.
      return;
    }
    this.#last.value = null;
  }
}
