import type { Clock } from '../core/clock';
import { BluetoothFault } from './fault';

/**
 * Runs one GATT operation at a time per device, because a real adapter answers a second one with "operation already in progress".
 *
 * Keeps the waiting operations of one device in memory. `stop` operations overtake all others. An operation with a `latest` key replaces a
 * waiting one with the same key (of several levels only the newest matters); the replaced one ends with the fault `superseded`. Each
 * operation has a time limit. The owner calls `clear` when the link is lost, so that nothing waits forever, and drops the link when `hung`
 * is called: an operation without an answer may still be running there, and the next one would overlap with it.
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
  /** The operation that the adapter was too busy for, while it waits for its next attempt. */
  #paused: { readonly entry: Entry; readonly ends: AbortController } | null = null;
  readonly #clock: Clock;
  readonly #hung: () => void;

  /** Calls `hung` when an operation on the current link exceeds its time limit, before the next one starts. */
  constructor(clock: Clock, hung: () => void = () => {}) {
    this.#clock = clock;
    this.#hung = hung;
  }

  run<T>(operation: () => Promise<T>, options: OperationOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const entry: Entry = { run: operation, options, resolve: resolve as (value: unknown) => void, reject, tries: 0 };
      if (options.latest !== undefined) this.#supersede(options.latest);
      if (options.priority === 'stop') {
        const behind = this.#waiting.findIndex((other) => other.options.priority !== 'stop');
        this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, entry);
        // A stop does not wait until a less urgent operation is tried again.
        if (this.#paused?.entry.options.priority !== 'stop') this.#paused?.ends.abort();
      } else {
        this.#waiting.push(entry);
      }
      void this.#drain();
    });
  }

  /** Ends everything that waits with this fault. A running operation ends by itself or by its time limit. */
  clear(fault: BluetoothFault): void {
    this.#generation++;
    this.#running = false;
    const dropped = [...(this.#paused ? [this.#paused.entry] : []), ...this.#waiting];
    this.#waiting = [];
    this.#paused?.ends.abort();
    this.#paused = null;
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
      entry.resolve(await limited(this.#clock, entry.run(), entry.options.timeoutMs ?? TIMEOUT_MS));
    } catch (error) {
      const code = error instanceof BluetoothFault ? error.code : null;
      const present = generation === this.#generation;
      if (code === 'in-progress' && present && entry.tries < IN_PROGRESS_RETRIES) return this.#tryLater(entry, generation);
      entry.reject(error);
      if (code === 'timeout' && present) this.#hung();
    }
  }

  async #tryLater(entry: Entry, generation: number): Promise<void> {
    const ends = new AbortController();
    this.#paused = { entry, ends };
    entry.tries++;
    await this.#clock.wait(IN_PROGRESS_WAIT_MS * entry.tries, ends.signal).catch(() => {});
    // `clear` has ended it.
    if (generation !== this.#generation) return;
    this.#paused = null;
    this.#putBack(entry);
  }

  /** Puts an operation back at the head of the queue, behind the stops, unless a newer one replaces it. */
  #putBack(entry: Entry): void {
    const { latest, priority } = entry.options;
    if (latest !== undefined && this.#waiting.some((other) => other.options.latest === latest)) {
      entry.reject(new BluetoothFault('superseded'));
      return;
    }
    const behind = priority === 'stop' ? 0 : this.#waiting.findIndex((other) => other.options.priority !== 'stop');
    this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, entry);
  }
}

/** Waits for a time; rejects when the signal aborts. */
interface Timer {
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Settles as `work` does; with `timeout` after `ms`, or with the reason of `signal` if that aborts first. Leaves no timer. */
export function limited<T>(timer: Timer, work: Promise<T>, ms: number, signal?: AbortSignal): Promise<T> {
  return raced(work, signal, (done) => timer.wait(ms, done));
}

/** Settles as `work` does, or with the reason of `signal` if that aborts first. Ignores `work` after that. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return raced(work, signal);
}

async function raced<T>(work: Promise<T>, signal?: AbortSignal, wait?: (done: AbortSignal) => Promise<void>): Promise<T> {
  const done = new AbortController();
  const left = new Promise<never>((_, reject) => {
    const abort = () => reject(signal?.reason);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true, signal: done.signal });
    const late = () => reject(new BluetoothFault('timeout'));
    wait?.(done.signal).then(late, () => {});
  });
  try {
    return await Promise.race([work, left]);
  } finally {
    done.abort();
  }
}
