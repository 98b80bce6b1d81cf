import type { SimulatedTime } from '../../../lib/simulated/time';

interface Waiter {
  readonly dueMs: number;
  readonly wake: () => void;
}

/** Time that stands still until it is advanced. */
export function heldTime(): SimulatedTime & { pass(ms: number): Promise<void>; jump(ms: number): Promise<void>; readonly waiting: number } {
  let nowMs = 0;
  const waiters = new Set<Waiter>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    nowMs: () => nowMs,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const abort = () => {
          waiters.delete(waiter);
          reject(signal.reason);
        };
        const waiter = {
          dueMs: nowMs + ms,
          wake: () => {
            signal.removeEventListener('abort', abort);
            resolve();
          },
        };
        waiters.add(waiter);
        signal.addEventListener('abort', abort, { once: true });
      }),
    /** Advances from one due wait to the next. */
    async pass(ms) {
      const untilMs = nowMs + ms;
      for (;;) {
        await settle();
        const next = [...waiters].sort((a, b) => a.dueMs - b.dueMs)[0];
        if (next === undefined || next.dueMs > untilMs) break;
        nowMs = next.dueMs;
        waiters.delete(next);
        next.wake();
      }
      nowMs = untilMs;
    },
    /** Passes all at once, as in a tab that the browser suspended. */
    async jump(ms) {
      nowMs += ms;
      for (const waiter of waiters) {
        if (waiter.dueMs > nowMs) continue;
        waiters.delete(waiter);
        waiter.wake();
      }
      await settle();
    },
    get waiting() {
      return waiters.size;
    },
  };
}
