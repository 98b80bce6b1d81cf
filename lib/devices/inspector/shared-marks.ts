import type { Mark } from '../marks/mark';
import type { MarkStore } from '../marks/mark-store';

type Marks = Pick<MarkStore, 'put' | 'remove'>;

/**
 * Lets several parts of the inspector mark the same device in one store, which has one mark a device. Keeps, in memory, who has marked what:
 * a mark leaves the store when the last of them removes it.
 */
export class SharedMarks {
  readonly #store: Marks;
  /** By the id of the device, the oldest mark first. */
  readonly #held = new Map<string, Map<object, Mark>>();

  constructor(store: Marks) {
    this.#store = store;
  }

  /** Somebody else keeps the mark of this device from now on: it stays in the store. */
  leave(id: string): void {
    this.#held.delete(id);
  }

  /** The side of one part. Every call makes another part. */
  part(): Marks {
    const part = {};
    return {
      put: (mark) => {
        const held = this.#held.get(mark.id) ?? new Map<object, Mark>();
        this.#held.set(mark.id, held.set(part, mark));
        return this.#store.put(mark);
      },
      remove: (id) => {
        const held = this.#held.get(id);
        const own = held?.delete(part) ?? false;
        const left = [...(held?.values() ?? [])].at(-1);
        if (left === undefined) {
          this.#held.delete(id);
          return this.#store.remove(id);
        }
        return own ? this.#store.put(left) : Promise.resolve();
      },
    };
  }
}
