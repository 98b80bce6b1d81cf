import { BluetoothFault } from '../../bluetooth/fault';

/**
 * Something that must be found again on every link, such as the characteristic that takes a stop, for callers that need it while the search
 * goes on. Keeps the search and those who wait for it in memory. The owner calls `seek` on every link; a search ends with its link or with
 * the next search.
 */
export class Sought<T> {
  #value: T | null = null;
  /** The latest search, unless it has failed or its link is over. */
  #search: symbol | null = null;
  readonly #waiting: { readonly resolve: (value: T) => void; readonly reject: (fault: unknown) => void }[] = [];

  get value(): T | null {
    return this.#value;
  }

  /**
   * Sets a link up: `find` hands over what is sought as soon as it has it, and may go on. When `over` aborts, or `find` fails before, nothing
   * is found any more, and `gone` is called. What an old search finds or fails with after that changes nothing: a newer one may be at work.
   * Throws what `find` throws, and the reason of the signal.
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

  /** As soon as it is found. Throws `disconnected` when nobody looks for it, or why it was not found. */
  soon(): Promise<T> {
    if (this.#value !== null) return Promise.resolve(this.#value);
    if (this.#search === null) return Promise.reject(new BluetoothFault('disconnected'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
  }

  /** Throws `disconnected` while it is not found. */
  now(): T {
    if (this.#value === null) throw new BluetoothFault('disconnected');
    return this.#value;
  }
}
