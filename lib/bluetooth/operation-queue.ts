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
      const entry: Entry = { run: operation, options, resolve: resolve as (value: unknown) => void, reject };
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
      try {
        entry.resolve(await this.#limited(entry));
      } catch (error) {
        entry.reject(error);
      }
      // The link was lost meanwhile: a new drain belongs to the new link.
      if (generation !== this.#generation) return;
    }
    this.#running = false;
  }

  async #limited(entry: Entry): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      const done = new AbortController();
      const limit = this.#clock.wait(entry.options.timeoutMs ?? TIMEOUT_MS, done.signal).then(
        () => Promise.reject(new BluetoothFault('timeout')),
        () => new Promise<never>(() => {}),
      );
      try {
        return await Promise.race([entry.run(), limit]);
      } catch (error) {
        if (!(error instanceof BluetoothFault) || error.code !== 'in-progress' || attempt >= IN_PROGRESS_RETRIES) throw error;
      } finally {
        done.abort();
      }
      await this.#clock.wait(IN_PROGRESS_WAIT_MS * (attempt + 1));
    }
  }
}
