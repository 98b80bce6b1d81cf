import type { Clock } from '../clock';
import { BluetoothFault } from './fault';

/**
 * One GATT operation at a time per device, because a real adapter answers a second one with "operation already in progress".
 *
 * Keeps the waiting operations of one device in memory. `stop` operations overtake all others; an operation with a `latest` key replaces
 * a waiting one with the same key (levels: only the newest matters), which then ends with the fault `superseded`. Each operation has a
 * time limit. The owner calls `clear` when the link is lost, so that nothing waits for ever.
 */
export type Priority = 'stop' | 'normal';

export interface OperationOptions {
  readonly priority?: Priority;
  readonly latest?: string;
  readonly timeoutMs?: number;
}

interface Entry {
  readonly run: () => Promise<unknown>;
  readonly options: OperationOptions;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** How often the adapter was too busy for it. */
  tries: number;
}

const TIMEOUT_MS = 10_000;
const IN_PROGRESS_RETRIES = 3;
const IN_PROGRESS_WAIT_MS = 150;

export class OperationQueue {
  #waiting: Entry[] = [];
  #running = false;
  #generation = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  run<T>(operation: () => Promise<T>, options: OperationOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const entry: Entry = { run: operation, options, resolve: resolve as (value: unknown) => void, reject, tries: 0 };
      if (options.latest !== undefined) this.#supersede(options.latest);
      if (options.priority === 'stop') {
        const behind = this.#waiting.findIndex((other) => other.options.priority !== 'stop');
        this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, entry);
      } else {
        this.#waiting.push(entry);
      }
      void this.#drain();
    });
  }

  /** Ends everything that waits, with this fault. What is running ends by itself or by its time limit. */
  clear(fault: BluetoothFault): void {
    this.#generation++;
    this.#running = false;
    const dropped = this.#waiting;
    this.#waiting = [];
    for (const entry of dropped) entry.reject(fault);
  }

  get size(): number {
    return this.#waiting.length + (this.#running ? 1 : 0);
  }

  #supersede(key: string): void {
    const old = this.#waiting.filter((entry) => entry.options.latest === key);
    if (old.length === 0) return;
    this.#waiting = this.#waiting.filter((entry) => entry.options.latest !== key);
    for (const entry of old) entry.reject(new BluetoothFault('superseded'));
  }

  async #drain(): Promise<void> {
    if (this.#running) return;
    const generation = this.#generation;
    this.#running = true;
    for (let entry = this.#waiting.shift(); entry !== undefined; entry = this.#waiting.shift()) {
      await this.#runOnce(entry, generation);
      // The link was lost meanwhile: a new drain belongs to the new link.
      if (generation !== this.#generation) return;
    }
    this.#running = false;
  }

  async #runOnce(entry: Entry, generation: number): Promise<void> {
    try {
      entry.resolve(await this.#limited(entry));
    } catch (error) {
      const busy = error instanceof BluetoothFault && error.code === 'in-progress' && entry.tries < IN_PROGRESS_RETRIES;
      if (!busy) return entry.reject(error);
      entry.tries++;
      await this.#clock.wait(IN_PROGRESS_WAIT_MS * entry.tries);
      if (generation !== this.#generation) return entry.reject(error);
      this.#putBack(entry);
    }
  }

  /** To the head of what waits, so that order is kept; but behind the stops, and not at all if something newer takes its place. */
  #putBack(entry: Entry): void {
    const { latest, priority } = entry.options;
    if (latest !== undefined && this.#waiting.some((other) => other.options.latest === latest)) {
      entry.reject(new BluetoothFault('superseded'));
      return;
    }
    const behind = priority === 'stop' ? 0 : this.#waiting.findIndex((other) => other.options.priority !== 'stop');
    this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, entry);
  }

  async #limited(entry: Entry): Promise<unknown> {
    const done = new AbortController();
    const limit = this.#clock.wait(entry.options.timeoutMs ?? TIMEOUT_MS, done.signal).then(
      () => Promise.reject(new BluetoothFault('timeout')),
      () => new Promise<never>(() => {}),
    );
    try {
      return await Promise.race([entry.run(), limit]);
    } finally {
      done.abort();
    }
  }
}
