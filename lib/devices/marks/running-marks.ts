import { type ReadonlySignal, signal } from '@preact/signals';
import type { Mark } from './mark';
import { type MarkStore, memoryMarks } from './mark-store';

/**
 * The marks of the app tab, and the stops that it owes. Keeps both in memory, and the marks of real devices in a store that outlives the
 * tab. A failing store changes nothing in memory: `unsaved` says so. The caller owes `load()` when the tab becomes the owner of Bluetooth.
 */
export class RunningMarks {
  readonly #store: MarkStore;
  readonly #marks = signal<ReadonlyMap<string, Mark>>(new Map());
  readonly #owed = new Set<string>();
  readonly #unsaved = signal(false);
  /** Started in this tab. */
  readonly #own = new Set<string>();
  /** Settled while the store was being read. */
  readonly #settled = new Set<string>();

  constructor(store: MarkStore = memoryMarks()) {
    this.#store = store;
  }

  /** By the id of the device. */
  get all(): ReadonlySignal<ReadonlyMap<string, Mark>> {
    return this.#marks;
  }

  /** The store could not be written: if the tab closes now, nobody will know that a device runs. */
  get unsaved(): ReadonlySignal<boolean> {
    return this.#unsaved;
  }

  /** A device is about to be started. A simulated one ends with the tab, and leaves nothing in the store. */
  started(mark: Mark, demo: boolean): void {
    this.#owed.delete(mark.id);
    this.#own.add(mark.id);
    this.#marks.value = new Map(this.#marks.value).set(mark.id, mark);
    if (!demo) this.#write(this.#store.put(mark));
  }

  /** The device took a stop, its own timer is over, or a person says that it is off. */
  atRest(id: string): void {
    this.#owed.delete(id);
    this.#settled.add(id);
    if (!this.#marks.value.has(id)) return;
    const marks = new Map(this.#marks.value);
    marks.delete(id);
    this.#marks.value = marks;
    this.#write(this.#store.remove(id));
  }

  /** A stop was asked for and did not arrive: the next link sends it first. */
  oweStop(id: string): void {
    this.#owed.add(id);
  }

  owesStop(id: string): boolean {
    return this.#owed.has(id);
  }

  /** Whether this tab started it; otherwise one that is closed did. */
  ofThisTab(id: string): boolean {
    return this.#own.has(id);
  }

  /** Reads what earlier tabs left. Never rejects. */
  async load(): Promise<void> {
    try {
      const stored = (await this.#store.read()).filter(({ id }) => !this.#settled.has(id));
      this.#marks.value = new Map([...stored.map((mark) => [mark.id, mark] as const), ...this.#marks.value]);
    } catch (error) {
      console.error('marks of running devices', error);
      this.#unsaved.value = true;
    }
  }

  #write(work: Promise<void>): void {
    work.then(
      () => {
        this.#unsaved.value = false;
      },
      (error: unknown) => {
        console.error('marks of running devices', error);
        this.#unsaved.value = true;
      },
    );
  }
}
