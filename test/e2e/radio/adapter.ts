/**
 * The radio itself, as BlueZ shows it. Keeps whether it is plugged in and on, and which clients are searching. The owner must call
 * `clientGone` when a client leaves the bus, because BlueZ ends that client's search then.
 */
import { ADAPTER, ADAPTER_INTERFACE, adapterObject, agentManager } from './adapter-object';
import { BluezError } from './bluez-error';
import type { ObjectTree, Reply } from './object-tree';
import { flag } from './values';

export interface AdapterEvents {
  /** A client has begun to search. */
  search(): void;
  /** A client wants this device forgotten. */
  remove(path: string): void;
}

export class Adapter {
  #powered = true;
  readonly #searching = new Set<string>();
  readonly #tree: ObjectTree;
  readonly #events: AdapterEvents;

  constructor(tree: ObjectTree, events: AdapterEvents) {
    this.#tree = tree;
    this.#events = events;
    tree.add('/org/bluez', agentManager);
    this.setPresent(true);
  }

  get powered(): boolean {
    return this.#powered;
  }

  get searching(): boolean {
    return this.#searching.size > 0;
  }

  setPowered(powered: boolean): void {
    this.#powered = powered;
    if (!powered) this.#searching.clear();
    this.#tree.set(ADAPTER, ADAPTER_INTERFACE, { Powered: flag(powered), Discovering: flag(this.searching) });
  }

  setPresent(present: boolean): void {
    this.#searching.clear();
    this.#tree.remove(ADAPTER);
    if (!present) return;
    const object = adapterObject(this.#powered, {
      StartDiscovery: (_, client) => this.#start(client),
      StopDiscovery: (_, client) => ({ afterwards: () => this.clientGone(client) }),
      RemoveDevice: ([path]) => ({ afterwards: () => this.#events.remove(String(path)) }),
    });
    this.#tree.add(ADAPTER, object);
  }

  clientGone(client: string): void {
    if (this.#searching.delete(client)) this.#showSearching();
  }

  #start(client: string): Reply {
    if (!this.#powered) throw new BluezError('org.bluez.Error.NotReady');
    this.#searching.add(client);
    const afterwards = () => {
      this.#showSearching();
      this.#events.search();
    };
    return { afterwards };
  }

  #showSearching(): void {
    this.#tree.set(ADAPTER, ADAPTER_INTERFACE, { Discovering: flag(this.searching) });
  }
}
