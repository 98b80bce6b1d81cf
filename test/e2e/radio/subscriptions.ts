/**
 * The subscriptions of one device. Keeps each subscribed characteristic with its bus client. The owner must call `clear()` when the link is
 * lost.
 */
import { CHARACTERISTIC, type GattObject } from './gatt-objects';
import type { ObjectTree, Properties } from './object-tree';
import { bytes, flag } from './values';

export class Subscriptions {
  readonly #clients = new Map<string, string>();
  readonly #paths: ReadonlyMap<string, string>;
  readonly #tree: ObjectTree;
  readonly #onChange: (characteristic: string, on: boolean) => void;

  constructor(tree: ObjectTree, gatt: readonly GattObject[], onChange: (characteristic: string, on: boolean) => void) {
    this.#tree = tree;
    this.#onChange = onChange;
    this.#paths = new Map(gatt.flatMap(({ path, characteristic }) => (characteristic === undefined ? [] : [[characteristic, path]])));
  }

  has(characteristic: string): boolean {
    return this.#clients.has(characteristic);
  }

  get any(): boolean {
    return this.#clients.size > 0;
  }

  add(characteristic: string, client: string): void {
    this.#clients.set(characteristic, client);
    this.#changed(characteristic, true);
  }

  remove(characteristic: string): void {
    this.#clients.delete(characteristic);
    this.#changed(characteristic, false);
  }

  clientGone(client: string): void {
    for (const [characteristic, subscriber] of [...this.#clients]) if (subscriber === client) this.remove(characteristic);
  }

  clear(): void {
    for (const characteristic of this.#clients.keys()) this.#set(characteristic, { Notifying: flag(false) });
    this.#clients.clear();
  }

  notify(characteristic: string, value: Uint8Array): void {
    if (!this.has(characteristic)) throw new Error(`Nobody is subscribed to ${characteristic}`);
    this.show(characteristic, value);
  }

  /** The adapter's current copy of a value: all that a client sees of a notification or a read. */
  show(characteristic: string, value: Uint8Array): void {
    this.#set(characteristic, { Value: bytes(value) });
  }

  #changed(characteristic: string, notifying: boolean): void {
    this.#set(characteristic, { Notifying: flag(notifying) });
    this.#onChange(characteristic, notifying);
  }

  #set(characteristic: string, changes: Properties): void {
    const path = this.#paths.get(characteristic);
    if (path !== undefined) this.#tree.set(path, CHARACTERISTIC, changes);
  }
}
