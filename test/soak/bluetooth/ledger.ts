import { BluetoothFault } from '../../../lib/bluetooth/fault';
import type { Link } from '../../../lib/bluetooth/link';
import type { OperationOptions } from '../../../lib/bluetooth/operation-queue';
import type { GattCharacteristic } from '../../../lib/bluetooth/transport';

interface Entry {
  readonly on: Link;
  readonly order: number;
  readonly stop: boolean;
  readonly key: string | null;
  state: 'waiting' | 'running' | 'settled';
}

/**
 * The operations requested of one connection, when the radio started each, and how it ended. Keeps those that have not ended; calls `wrong`
 * when an operation starts before its turn, or ends in anything but a fault.
 */
export class Ledger {
  readonly #wrong: (what: string) => void;
  readonly #ended: (order: number, end: string) => void;
  readonly #entries = new Set<Entry>();
  #asked = 0;
  #waited = 0;

  constructor(wrong: (what: string) => void, ended: (order: number, end: string) => void) {
    this.#wrong = wrong;
    this.#ended = ended;
  }

  get asked(): number {
    return this.#asked;
  }
  /** Promises that have not settled, of operations and of everything given to `await`. */
  get unsettled(): number {
    return this.#entries.size + this.#waited;
  }

  /** The same link, with every operation on it recorded. */
  watch(on: Link): Link {
    return {
      service: (uuid) => this.#ask(on, {}, () => on.service(uuid)),
      read: (characteristic, options) => this.#ask(on, options, (entry) => on.read(this.#noted(characteristic, entry), options)),
      write: (characteristic, bytes, response, options) =>
        this.#ask(on, options, (entry) => on.write(this.#noted(characteristic, entry), bytes, response, options)),
      subscribe: (characteristic, listener) => this.#ask(on, {}, (entry) => on.subscribe(this.#noted(characteristic, entry), listener)),
    };
  }

  /** A promise that must settle: with a value, or with a fault. */
  await(name: string, promise: Promise<unknown>): void {
    this.#waited++;
    const over = (end: string) => {
      this.#waited--;
      this.#ended(-1, `${name} ${end}`);
    };
    promise.then(
      () => over('done'),
      (error: unknown) => over(this.toFault(error)),
    );
  }

  async #ask<T>(on: Link, options: OperationOptions | undefined, run: (entry: Entry) => Promise<T>): Promise<T> {
    const entry: Entry = {
      on,
      order: ++this.#asked,
      stop: options?.priority === 'stop',
      key: options?.latest ?? null,
      state: 'waiting',
    };
    this.#entries.add(entry);
    const settle = (end: string) => {
      entry.state = 'settled';
      this.#entries.delete(entry);
      this.#ended(entry.order, end);
    };
    const asked = run(entry);
    asked.then(
      () => settle('done'),
      (error: unknown) => settle(this.toFault(error)),
    );
    return asked;
  }

  #begins(entry: Entry): void {
    if (entry.state === 'settled') this.#wrong(`operation ${entry.order} begins after its end`);
    for (const other of this.#entries) {
      if (other === entry || other.on !== entry.on) continue;
      const waits = other.state === 'waiting';
      if (waits && other.stop && !entry.stop) this.#wrong(`operation ${entry.order} before stop ${other.order}`);
      if (waits && other.stop === entry.stop && other.order < entry.order) this.#wrong(`operation ${entry.order} before ${other.order}`);
      if (entry.key !== null && other.key === entry.key && other.order > entry.order)
        this.#wrong(`level ${entry.order} after ${other.order}`);
    }
    entry.state = 'running';
  }

  toFault(error: unknown): string {
    if (error instanceof BluetoothFault) return error.code;
    this.#wrong(`ends in no fault: ${error}`);
    return 'other';
  }

  #noted(characteristic: GattCharacteristic, entry: Entry): GattCharacteristic {
    const first = async <T>(run: () => Promise<T>) => {
      this.#begins(entry);
      try {
        return await run();
      } catch (error) {
        // It waits for its turn again, or ends shortly.
        if (entry.state === 'running' && error instanceof BluetoothFault && error.code === 'in-progress') entry.state = 'waiting';
        throw error;
      }
    };
    return {
      uuid: characteristic.uuid,
      properties: characteristic.properties,
      read: () => first(() => characteristic.read()),
      write: (bytes, response) => first(() => characteristic.write(bytes, response)),
      subscribe: (listener) => first(() => characteristic.subscribe(listener)),
    };
  }
}
