import { BluetoothFault } from '../../bluetooth/fault';

/**
 * What has to be found anew on every link, such as the characteristic that takes a stop: for whoever needs it while it is still being looked
 * for. Keeps it, and who waits for it, in memory. The owner calls `seek` when a link is up and `gone` when it is down or the search failed.
 */
export class Sought<T> {
  #value: T | null = null;
  #seeking = false;
  #waiting: { readonly resolve: (value: T) => void; readonly reject: (fault: unknown) => void }[] = [];

  get value(): T | null {
    return this.#value;
  }

  seek(): void {
    this.#value = null;
    this.#seeking = true;
  }

  found(value: T): void {
    this.#value = value;
    this.#seeking = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { resolve } of waiting) resolve(value);
  }

  gone(fault: unknown): void {
    this.#value = null;
    this.#seeking = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { reject } of waiting) reject(fault);
  }

  /** As soon as it is found. Throws `disconnected` when nobody looks for it, or why it was not found. */
  soon(): Promise<T> {
    if (this.#value !== null) return Promise.resolve(this.#value);
    if (!this.#seeking) return Promise.reject(new BluetoothFault('disconnected'));
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
