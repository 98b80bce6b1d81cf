import type { Clock } from '../core/clock';
import { BluetoothFault } from './fault';

/**
 * Runs one GATT operation at a time per device, because a real adapter answers a second one with "operation already in progress".
 *
 * Keeps the waiting operations of one device in memory. `stop` operations overtake all others: those that wait at once, and one that runs
 * after `STOP_PATIENCE_MS`, because an operation that hangs must not hold up a stop. An operation with a `latest` key replaces a waiting one
 * with the same key (of several levels only the newest matters); the replaced one ends with the fault `superseded`. Each operation has a
 * time limit. The owner calls `clear` when the link is lost, so that nothing waits forever, and drops the link when `hung` is called: an
 * operation without an answer may still be running there, and the next one would overlap with it.
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
/** A write takes a tenth of a second or two. A stop that has no answer after this time ends the link, so that it is sent over a new one. */
const STOP_TIMEOUT_MS = 2000;
/** How long a stop waits for the operation that runs. */
export const STOP_PATIENCE_MS = 1000;
const IN_PROGRESS_RETRIES = 3;
const IN_PROGRESS_WAIT_MS = 150;

export class OperationQueue {
  #waiting: Entry[] = [];
  /** The operation that the others wait for, until `ended` is aborted: it is over, or a stop has overtaken it. */
  #running: { readonly entry: Entry; readonly ended: AbortController } | null = null;
  /** An operation that a stop has overtaken, until it ends: only further stops may run beside it. */
  #overtaken: Entry | null = null;
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
        void this.#overtake();
      } else {
        this.#waiting.push(entry);
      }
      void this.#drain();
    });
  }

  /** Ends everything that waits with this fault. A running operation ends by itself or by its time limit. */
  clear(fault: BluetoothFault): void {
    this.#generation++;
    this.#running = null;
    this.#overtaken = null;
    const dropped = [...(this.#paused ? [this.#paused.entry] : []), ...this.#waiting];
    this.#waiting = [];
    this.#paused?.ends.abort();
    this.#paused = null;
    for (const entry of dropped) entry.reject(fault);
  }

  get size(): number {
    return this.#waiting.length + (this.#running === null ? 0 : 1);
  }

  #supersede(key: string): void {
    const old = this.#waiting.filter((entry) => entry.options.latest === key);
    if (old.length === 0) return;
    this.#waiting = this.#waiting.filter((entry) => entry.options.latest !== key);
    for (const entry of old) entry.reject(new BluetoothFault('superseded'));
  }

  /** A stop waits: the operation that runs now has this long to end, unless it is a stop itself. */
  async #overtake(): Promise<void> {
    const running = this.#running;
    if (running === null || running.entry.options.priority === 'stop') return;
    await this.#clock.wait(STOP_PATIENCE_MS, running.ended.signal).catch(() => {});
    if (running.ended.signal.aborted || running !== this.#running) return;
    this.#overtaken = running.entry;
    running.ended.abort();
  }

  #next(): Entry | undefined {
    const waits = this.#overtaken !== null && this.#waiting[0]?.options.priority !== 'stop';
    return waits ? undefined : this.#waiting.shift();
  }

  async #drain(): Promise<void> {
    if (this.#running !== null) return;
    const generation = this.#generation;
    for (let entry = this.#next(); entry !== undefined; entry = this.#next()) {
      const ended = new AbortController();
      this.#running = { entry, ended };
      void this.#runOnce(entry, generation, ended.signal).then(() => this.#over(entry, ended));
      await aborted(ended.signal);
      // The link was lost meanwhile: a new drain belongs to the new link.
      if (generation !== this.#generation) return;
      this.#running = null;
    }
  }

  #over(entry: Entry, ended: AbortController): void {
    ended.abort();
    if (this.#overtaken !== entry) return;
    this.#overtaken = null;
    void this.#drain();
  }

  async #runOnce(entry: Entry, generation: number, ended: AbortSignal): Promise<void> {
    const usual = entry.options.priority === 'stop' ? STOP_TIMEOUT_MS : TIMEOUT_MS;
    try {
      entry.resolve(await limited(this.#clock, entry.run(), entry.options.timeoutMs ?? usual));
    } catch (error) {
      const code = error instanceof BluetoothFault ? error.code : null;
      const present = generation === this.#generation;
      // An adapter that is busy with an operation that hangs stays busy: only a new link helps.
      const useless = ended.aborted || this.#overtaken !== null;
      const again = code === 'in-progress' && present && !useless && entry.tries < IN_PROGRESS_RETRIES;
      if (again) return this.#tryLater(entry, generation);
      entry.reject(error);
      const stuck = code === 'in-progress' && entry.options.priority === 'stop';
      if ((code === 'timeout' || stuck) && present) this.#hung();
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

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
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
