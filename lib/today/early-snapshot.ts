import type { EarlySnapshot } from './read-snapshot';

/** Hands the early snapshot over: the popup's first script starts to read it, and the second draws it. The page keeps it in between. */

declare global {
  var reboundSnapshot: Promise<EarlySnapshot | null> | undefined;
}

/** Hands a reading that has started to the page's other script. */
export function handOverSnapshot(reading: Promise<EarlySnapshot | null>): void {
  globalThis.reboundSnapshot = reading;
}

/** What the first script read; null if it did not run or found nothing to show. */
export function takeEarlySnapshot(): Promise<EarlySnapshot | null> {
  return globalThis.reboundSnapshot ?? Promise.resolve(null);
}
