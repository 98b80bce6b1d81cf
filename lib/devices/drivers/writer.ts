import { BluetoothFault } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import type { GattCharacteristic } from '../../bluetooth/transport';
import type { DriverOptions } from '../driver';

const COMMAND = 'driver-command';

/**
 * Writes commands to one characteristic on one link, and sends stops ahead of everything else. A stop drops the commands that wait for the
 * radio. Commands that arrive while a stop is being sent wait for it and cannot replace it. Keeps the stops that are being sent.
 */
export class Writer {
  readonly #link: Link;
  readonly #characteristic: GattCharacteristic;
  readonly #trace: DriverOptions['trace'];
  readonly #stopping = new Set<Promise<unknown>>();
  /** Number of stops so far. */
  #stops = 0;

  constructor(link: Link, characteristic: GattCharacteristic, trace: DriverOptions['trace']) {
    this.#link = link;
    this.#characteristic = characteristic;
    this.#trace = trace;
  }

  /**
   * A waiting write is dropped for a newer one, or for a stop that comes later: `superseded`. Throws the signal's reason when it aborts
   * before the bytes are handed over.
   */
  async write(bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
    const stops = this.#stops;
    while (this.#stopping.size > 0) await Promise.allSettled([...this.#stopping]);
    if (stops !== this.#stops) throw new BluetoothFault('superseded', 'stopped');
    signal?.throwIfAborted();
    this.#trace?.('out', this.#characteristic.uuid, bytes);
    await this.#link.write(this.#characteristic, bytes, true, { latest: COMMAND });
  }

  /** Writes all of these ahead of everything else. Throws when the last one could not be written; failures of the others are ignored. */
  async overtake(frames: readonly Uint8Array[]): Promise<void> {
    this.#stops++;
    const first = this.#stopping.size === 0;
    const writes = frames.map((bytes, index) => {
      this.#trace?.('out', this.#characteristic.uuid, bytes);
      const replaces = first && index === 0 ? { latest: COMMAND } : {};
      return this.#link.write(this.#characteristic, bytes, true, { priority: 'stop', ...replaces });
    });
    const settled = Promise.allSettled(writes);
    this.#stopping.add(settled);
    const outcome = (await settled).at(-1);
    this.#stopping.delete(settled);
    if (outcome?.status === 'rejected') throw outcome.reason;
  }
}
