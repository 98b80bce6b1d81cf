/**
 * Lets a test wait until something is so, without sleeping. It keeps those who wait; the owner owes it a `changed()` after every change of
 * what they may be waiting for.
 */
export class Condition {
  readonly #waiting = new Set<() => void>();

  changed(): void {
    for (const check of [...this.#waiting]) check();
  }

  /** Resolves at once when it is so already. */
  until(isSo: () => boolean, what: string, timeoutMs: number): Promise<void> {
    if (isSo()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(check);
      };
      const check = () => {
        if (!isSo()) return;
        done();
        resolve();
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`Waited ${timeoutMs} ms in vain for: ${what}`));
      }, timeoutMs);
      this.#waiting.add(check);
    });
  }
}
