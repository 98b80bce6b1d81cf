import type { EarlySnapshot } from './read-snapshot';

/** Hands the early snapshot over: the popup's first script starts to read it, and the second draws it. The page keeps it in between. */

declare global {
  var reboundSnapshot: Promise<EarlySnapshot | null> | undefined;
}

/** Hands a reading that has started to the page's other script. */
export function handOverSnapshot(reading: Promise<EarlySnapshot | null>): void {
  globalThis.reboundSnapshot = reading;
}

/** A database that is blocked never answers, and the popup has a Stop. */
const PATIENCE_MS = 500;

/** What the first script read; null if it did not run, found nothing to show, or has not finished in half a second. */
export async function takeEarlySnapshot(): Promise<EarlySnapshot | null> {
  const reading = globalThis.reboundSnapshot;
  if (reading === undefined) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}
