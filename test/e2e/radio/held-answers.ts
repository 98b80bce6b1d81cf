import { BluezError } from './bluez-error';
import type { Held } from './object-tree';

/** How operations end that get no answer: not done, or done. */
export type Hang = 'hangs' | 'hangs-when-done';

/**
 * Operations that a test leaves without an answer. Keeps how the next ones end, and those that wait. The owner must call `drop` when the link
 * is lost: BlueZ answers all of them with an error then.
 */
export class HeldAnswers {
  readonly #waiting = new Set<(error: BluezError) => void>();
  #next: { readonly how: Hang; left: number } | null = null;

  /** The next `times` operations end so; null: none does. */
  hold(how: Hang | null, times = Number.POSITIVE_INFINITY): void {
    this.#next = how === null ? null : { how, left: times };
  }

  /** How the operation that arrives now ends; null: it is answered. */
  take(): Hang | null {
    if (this.#next === null || this.#next.left === 0) return null;
    this.#next.left--;
    return this.#next.how;
  }

  /** The answer of an operation that gets none until the link is lost. */
  wait(): Held {
    return { held: (refuse) => void this.#waiting.add(refuse) };
  }

  drop(): void {
    for (const refuse of this.#waiting) refuse(new BluezError('org.bluez.Error.Failed', 'Not connected'));
    this.#waiting.clear();
  }
}
