/**
 * Writes to the journal one after another, in the order of the calls. A write that the disk refuses is kept in memory with all that follow,
 * and tried again with the next write and in `settled`: the recording goes on, and what was refused is written when it can be. Reports whether
 * the newest attempt worked: the user must know of a full disk. Keeps the writes that wait. A write that fails for any other reason is
 * dropped, because it would fail again.
 */
export class JournalWriter {
  #waiting: (() => Promise<void>)[] = [];
  #working: Promise<void> | null = null;
  readonly #told: (worked: boolean) => void;

  constructor(told: (worked: boolean) => void) {
    this.#told = told;
  }

  write(work: () => Promise<void>): void {
    this.#waiting.push(work);
    void this.#drain();
  }

  /** Resolves when every write so far is done, was tried once more in vain, or was dropped. Never rejects. */
  async settled(): Promise<void> {
    await this.#working;
    await this.#drain();
  }

  #drain(): Promise<void> {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #work(): Promise<void> {
    for (let work = this.#waiting[0]; work !== undefined; work = this.#waiting[0]) {
      try {
        await work();
        this.#told(true);
      } catch (error) {
        console.error('journal', error);
        this.#told(false);
        if (isRefusal(error)) return;
      }
      this.#waiting.shift();
    }
  }
}

/** What a full disk, or a database that was closed or cannot be opened, says. */
const REFUSALS: ReadonlySet<string> = new Set([
  'QuotaExceededError',
  'AbortError',
  'DatabaseClosedError',
  'OpenFailedError',
  'UnknownError',
  'TimeoutError',
]);

function isRefusal(error: unknown): boolean {
  return error instanceof Error && REFUSALS.has(error.name);
}
