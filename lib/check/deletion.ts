import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../clock';
import { type Check, deleteCheck, type ReboundDatabase, restoreCheck } from '../storage';

/** How long a deletion can be taken back. */
const UNDO_MS = 10_000;

export interface DeletionDeps {
  readonly clock: Clock;
  /** The checks are not what they were: the badge may be another. Nobody waits for it; it must not reject. */
  readonly changed: () => Promise<unknown>;
}

/** Deletes checks, and keeps the last one for a while so that it can be put back. */
export class Deletion {
  readonly #last = signal<Check | null>(null);
  readonly #deps: DeletionDeps;
  #hold: () => boolean = () => false;
  #waiting = new AbortController();

  constructor(deps: DeletionDeps) {
    this.#deps = deps;
  }

  /** What can be put back; null when there is nothing, or it is too late. */
  get last(): ReadonlySignal<Check | null> {
    return this.#last;
  }

  /** While `hold` says so, the time starts over when it is up: nobody loses a button that is under the pointer or has the focus. */
  holdWhile(hold: () => boolean): void {
    this.#hold = hold;
  }

  async remove(db: ReboundDatabase, id: string): Promise<void> {
    const check = await deleteCheck(db, id);
    if (check === null) return;
    this.#keep(check);
    void this.#deps.changed();
  }

  /** Puts the last one back exactly as it was. */
  async undo(db: ReboundDatabase): Promise<void> {
    const check = this.#last.value;
    if (check === null) return;
    await restoreCheck(db, check);
    this.dismiss();
    void this.#deps.changed();
  }

  dismiss(): void {
    this.#waiting.abort();
    this.#last.value = null;
  }

  #keep(check: Check): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    this.#last.value = check;
    void this.#expire(this.#waiting.signal);
  }

  async #expire(waiting: AbortSignal): Promise<void> {
    try {
      do await this.#deps.clock.wait(UNDO_MS, waiting);
      while (this.#hold());
    } catch {
      // Put back, dismissed, or another deletion: nothing is left to expire.
      return;
    }
    this.#last.value = null;
  }
}
