/**
 * Writes to the journal one after another, in the order of the calls. Keeps only the promise of the last write. Tells whether the newest
 * one worked: the user must know of a full disk, but it is no reason to stop recording.
 */
export class JournalWriter {
  #last: Promise<void> = Promise.resolve();
  readonly #told: (worked: boolean) => void;

  constructor(told: (worked: boolean) => void) {
    this.#told = told;
  }

  write(work: () => Promise<void>): void {
    this.#last = this.#last.then(work).then(
      () => this.#told(true),
      (error: unknown) => {
        console.error('journal', error);
        this.#told(false);
      },
    );
  }

  /** Resolves when every write so far is done, or has failed. Never rejects. */
  settled(): Promise<void> {
    return this.#last;
  }
}
