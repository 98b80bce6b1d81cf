import type { EarlySnapshot } from './read-snapshot';

/** The popup's first script begins the reading, and its second draws what was read. The page keeps it in between. */

declare global {
  var reboundSnapshot: Promise<EarlySnapshot | null> | undefined;
}

/** Hands a reading that was begun to the page's other script. */
export function handOverSnapshot(reading: Promise<EarlySnapshot | null>): void {
  globalThis.reboundSnapshot = reading;
}

/** What the first script read; null where it did not run, or found nothing to show. */
export function takeEarlySnapshot(): Promise<EarlySnapshot | null> {
  return globalThis.reboundSnapshot ?? Promise.resolve(null);
}
