import { BluetoothFault } from '../../bluetooth/fault';

/**
 * Something that must be found again on each link, such as the characteristic for the stop, for callers that need it while the search is
 * running. Keeps the search and its waiting callers in memory. The owner calls `seek` on each link; a search ends with its link or with the
 * next search.
 */
export class Sought<T> {
  #value: T | null = null;
  /** The latest search; null when it failed or its link ended. */
  #search: symbol | null = null;
  readonly #waiting: { readonly resolve: (value: T) => void; readonly reject: (fault: unknown) => void }[] = [];

  get value(): T | null {
    return this.#value;
  }

  /**
   * Runs the set-up of a link. `find` passes on the result as soon as it has it, and may then continue. When `over` aborts, or `find` fails
   * first, the search ends and `gone` is called. An old search that finishes later changes nothing, because a newer one may be running.
   * Throws what `find` throws, and the signal's reason.
   */
  async seek(over: AbortSignal, find: (found: (value: T) => void) => Promise<void>, gone: () => void): Promise<void> {
    over.throwIfAborted();
    const search = Symbol();
    this.#search = search;
    this.#value = null;
    const end = (fault: unknown) => {
      if (this.#search !== search) return;
      this.#search = null;
      this.#value = null;
      for (const { reject } of this.#waiting.splice(0)) reject(fault);
      gone();
    };
    over.addEventListener('abort', () => end(new BluetoothFault('disconnected')), { once: true });
    try {
      await find((value) => {
        if (this.#search !== search) return;
        this.#value = value;
        for (const { resolve } of this.#waiting.splice(0)) resolve(value);
      });
    } catch (error) {
      end(error);
      throw error;
    }
    over.throwIfAborted();
  }

  /**
   * Calls `use` with it: now, or as soon as it is found, before the set-up goes on, so that a stop does not wait behind the rest of a slow
   * set-up. Throws `disconnected` when there is no search, the reason why it was not found, or what `use` throws.
   */
  use<R>(use: (value: T) => Promise<R>): Promise<R> {
    if (this.#value !== null) return use(this.#value);
    if (this.#search === null) return Promise.reject(new BluetoothFault('disconnected'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve: (value) => resolve(use(value)), reject });
    });
  }

  /** Throws `disconnected` until it is found. */
  now(): T {
    if (this.#value === null) throw new BluetoothFault('disconnected');
    return this.#value;
  }
}
