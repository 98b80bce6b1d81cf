/**
 * Lets a test wait for a condition without polling. Keeps the waiting callers. The owner must call `changed()` after every change that they
 * may be waiting for.
 */
export class Condition {
  readonly #waiting = new Set<() => void>();

  changed(): void {
    for (const check of [...this.#waiting]) check();
  }

  /** Resolves at once when the condition already holds. */
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
