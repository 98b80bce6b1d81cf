import type { Link } from '../../bluetooth/link';
import type { GattCharacteristic } from '../../bluetooth/transport';
import type { DriverOptions } from '../driver';

const COMMAND = 'driver-command';

/**
 * Writes commands to one characteristic on one link, with stops ahead of everything. A stop drops the commands that still wait for the
 * radio; commands that come while a stop is on its way wait for it and cannot replace it. Keeps the stops that are on their way.
 */
export class Writer {
  readonly #link: Link;
  readonly #characteristic: GattCharacteristic;
  readonly #trace: DriverOptions['trace'];
  readonly #stopping = new Set<Promise<unknown>>();

  constructor(link: Link, characteristic: GattCharacteristic, trace: DriverOptions['trace']) {
    this.#link = link;
    this.#characteristic = characteristic;
    this.#trace = trace;
  }

  /** One that waits is dropped for a newer one: `superseded`. */
  async write(bytes: Uint8Array): Promise<void> {
    while (this.#stopping.size > 0) await Promise.allSettled([...this.#stopping]);
    this.#trace?.('out', this.#characteristic.uuid, bytes);
    await this.#link.write(this.#characteristic, bytes, true, { latest: COMMAND });
  }

  /** All of these in front of everything, and the last whatever becomes of the others. Throws when the last could not be written. */
  async overtake(frames: readonly Uint8Array[]): Promise<void> {
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
