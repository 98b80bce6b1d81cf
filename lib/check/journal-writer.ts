/**
 * Writes to the journal one after another, in the order they were asked for. Keeps only the promise of the last write; says whether the
 * newest one worked, because a full disk is the user's to know, and no reason to stop recording.
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

  /** When everything asked for so far is written, or has failed. Never rejects. */
  settled(): Promise<void> {
    return this.#last;
  }
}
