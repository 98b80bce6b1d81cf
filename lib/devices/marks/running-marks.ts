import { type ReadonlySignal, signal } from '@preact/signals';
import type { Mark } from './mark';
import { type MarkStore, memoryMarks } from './mark-store';

/**
 * The marks of the app tab, and the stops that it owes or sends. Keeps both in memory, and the marks of real devices in a store that outlives
 * the tab. A failing store changes nothing in memory: `unsaved` says so, and what it refused is tried again with the next write. The caller
 * owes `readStored()` when the tab becomes the owner of Bluetooth.
 */
export class RunningMarks {
  readonly #store: MarkStore;
  readonly #marks = signal<ReadonlyMap<string, Mark>>(new Map());
  readonly #owed = new Set<string>();
  /** How many stops are being sent to a device. */
  readonly #stopping = new Map<string, number>();
  /** Devices that something other than a session watches, such as a conformance check. */
  readonly #watched = signal<ReadonlySet<string>>(new Set());
  /** What the store has refused, by device: null is a removal. */
  readonly #refused = new Map<string, Mark | null>();
  readonly #unsaved = signal(false);
  /** Started in this tab. */
  readonly #own = new Set<string>();
  /** Settled before the store was read. */
  readonly #settled = new Set<string>();
  #ready: Promise<void> = Promise.resolve();

  constructor(store: MarkStore = memoryMarks()) {
    this.#store = store;
  }

  /** By the id of the device. */
  get all(): ReadonlySignal<ReadonlyMap<string, Mark>> {
    return this.#marks;
  }
  get watched(): ReadonlySignal<ReadonlySet<string>> {
    return this.#watched;
  }
  /** The store could not be read or written: if the tab closes now, nobody will know that a device runs. */
  get unsaved(): ReadonlySignal<boolean> {
    return this.#unsaved;
  }
  /** Resolves when what earlier tabs left is known, or could not be read. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** A device is about to be started. A simulated one ends with the tab, and leaves nothing in the store. */
  started(mark: Mark, demo: boolean): void {
    this.#own.add(mark.id);
    this.#marks.value = new Map(this.#marks.value).set(mark.id, mark);
    if (!demo) void this.#write(mark.id, mark);
  }

  /** The device took a stop, or its own timer is over. */
  atRest(id: string): void {
    this.#owed.delete(id);
    this.#remove(id);
  }

  /** A person says that it is off. A stop that is owed stays owed: it does no harm to a device that is off. */
  saidOff(id: string): void {
    this.#remove(id);
  }

  /** A stop was asked for and did not arrive: the next link sends it first. */
  oweStop(id: string): void {
    this.#owed.add(id);
  }

  owesStop(id: string): boolean {
    return this.#owed.has(id);
  }

  /** Sends a stop; meanwhile, and as long as one is owed, nothing may start on the device. */
  async whileStopping<T>(id: string, send: () => Promise<T>): Promise<T> {
    this.#stopping.set(id, (this.#stopping.get(id) ?? 0) + 1);
    try {
      return await send();
    } finally {
      this.#stopping.set(id, (this.#stopping.get(id) ?? 1) - 1);
    }
  }

  /** Nobody knows what the device does, a stop is on its way, or one is owed. */
  mayStart(id: string): boolean {
    return !this.#marks.value.has(id) && !this.#owed.has(id) && (this.#stopping.get(id) ?? 0) === 0;
  }

  /** Something other than a session runs the device from now on, until the returned function is called. */
  watch(id: string): () => void {
    this.#watched.value = new Set(this.#watched.value).add(id);
    return () => {
      this.#watched.value = new Set([...this.#watched.value].filter((other) => other !== id));
    };
  }

  /** Whether this tab started it; otherwise one that is closed did. */
  ofThisTab(id: string): boolean {
    return this.#own.has(id);
  }

  /** Reads what earlier tabs left. Never rejects. */
  readStored(): Promise<void> {
    this.#ready = this.#readStored();
    return this.#ready;
  }

  async #readStored(): Promise<void> {
    try {
      const stored = (await this.#store.read()).filter(({ id }) => !this.#settled.has(id));
      this.#marks.value = new Map([...stored.map((mark) => [mark.id, mark] as const), ...this.#marks.value]);
    } catch (error) {
      console.error('marks of running devices', error);
      this.#unsaved.value = true;
    }
  }

  #remove(id: string): void {
    this.#settled.add(id);
    if (this.#marks.value.has(id)) {
      const marks = new Map(this.#marks.value);
      marks.delete(id);
      this.#marks.value = marks;
    }
    // Also when it is not known here: an earlier tab may have left it.
    void this.#write(id, null);
  }

  async #write(id: string, mark: Mark | null): Promise<void> {
    this.#refused.set(id, mark);
    for (const [refused, what] of [...this.#refused]) {
      try {
        await (what === null ? this.#store.remove(refused) : this.#store.put(what));
        // A newer write of the same device has its own turn.
        if (this.#refused.get(refused) === what) this.#refused.delete(refused);
      } catch (error) {
        console.error('marks of running devices', error);
      }
    }
    this.#unsaved.value = this.#refused.size > 0;
  }
}
