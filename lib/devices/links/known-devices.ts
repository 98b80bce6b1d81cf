import { type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { type KnownDevice, knownDevices, type ReboundDatabase } from '../../storage';

/** The stored devices, kept up to date. Keeps the newest rows in memory. The caller must call `close()`. */
export class KnownDevices {
  readonly #db: ReboundDatabase;
  readonly #all = signal<readonly KnownDevice[] | null>(null);
  readonly #end: () => void;
  /** Resolves when the database has answered for the first time. */
  readonly ready: Promise<void>;

  constructor(db: ReboundDatabase) {
    this.#db = db;
    let answered = () => {};
    this.ready = new Promise((resolve) => {
      answered = resolve;
    });
    const rows = liveQuery(() => knownDevices(db)).subscribe({
      next: (known) => {
        this.#all.value = known;
        answered();
      },
      error: (error: unknown) => console.error('known devices', error),
    });
    this.#end = () => rows.unsubscribe();
  }

  /** Null until the database has answered. */
  get all(): ReadonlySignal<readonly KnownDevice[] | null> {
    return this.#all;
  }

  /** Reads signals. */
  find(id: string): KnownDevice | null {
    return this.#all.value?.find((row) => row.id === id) ?? null;
  }

  /** Reads what was just written, without waiting for the database to report it. */
  async readAgain(): Promise<void> {
    this.#all.value = await knownDevices(this.#db);
  }

  close(): void {
    this.#end();
  }
}
