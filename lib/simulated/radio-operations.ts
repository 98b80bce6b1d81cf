import { BluetoothFault } from '../bluetooth/fault';
import type { PeripheralModel, RadioOperation } from './model';
import type { SimulatedTime } from './time';

/** The attribute protocol drops the link after this long without an answer. */
const NO_ANSWER_MS = 30_000;

/**
 * Runs the operations of one link as the model's radio allows; at once if it has no radio. With a radio, a second operation before the
 * first has ended gives `in-progress`, as with real adapters. Keeps whether an operation is running. Calls `lost` when an operation ends
 * the link. The caller must call `close()`.
 */
export class RadioOperations {
  readonly #model: PeripheralModel;
  readonly #time: SimulatedTime;
  readonly #lost: () => void;
  readonly #closing = new AbortController();
  #busy = false;

  constructor(model: PeripheralModel, time: SimulatedTime, lost: () => void) {
    this.#model = model;
    this.#time = time;
    this.#lost = lost;
  }

  /** The link is down: running operations end as `disconnected`. */
  close(): void {
    this.#closing.abort();
  }

  async run<T>(operation: RadioOperation, act: () => T): Promise<T> {
    const outcome = this.#model.radio?.(operation, this.#time.nowMs());
    if (outcome === undefined) return act();
    if (this.#busy) throw new BluetoothFault('in-progress');
    this.#busy = true;
    try {
      await this.#pass(outcome.delayMs);
      if (outcome.end === 'done') return act();
      if (outcome.end === 'in-progress') throw new BluetoothFault('in-progress');
      if (outcome.end === 'fails') throw new BluetoothFault('gatt-error');
      if (outcome.end === 'hangs-when-done') act();
      if (outcome.end !== 'link-lost') await this.#pass(NO_ANSWER_MS);
      this.#lost();
      throw new BluetoothFault('disconnected');
    } finally {
      this.#busy = false;
    }
  }

  /** Waits; throws if the link is down by then. */
  async #pass(ms: number): Promise<void> {
    const { signal } = this.#closing;
    if (!signal.aborted && ms > 0) {
      await this.#time.wait(ms, signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
    if (signal.aborted) throw new BluetoothFault('disconnected');
  }
}
