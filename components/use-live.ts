import { liveQuery } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';
import { type ReboundDatabase, readRevision } from '../lib/storage';

/** A reading of the database that follows it: `undefined` until the first answer, an `Error` when it cannot be read. */
export function useLive<T>(read: () => Promise<T>, depends: readonly unknown[]): T | Error | undefined {
  const [value, setValue] = useState<T | Error | undefined>(undefined);
  // Before the page is painted: the answer comes a frame sooner.
  useLayoutEffect(() => {
    const subscription = liveQuery(read).subscribe({
      next: setValue,
      error: (error: unknown) => setValue(error instanceof Error ? error : new Error(String(error))),
    });
    return () => subscription.unsubscribe();
    // `read` is a new function at every render; what it reads by is in `depends`.
  }, depends);
  return value;
}

/**
 * The same for a reading of thousands of rows of what is marked (lib/storage/digest.ts): it follows the mark, where `useLive` would keep
 * account of every row that was read.
 */
export function useRevised<T>(db: ReboundDatabase, read: () => Promise<T>, depends: readonly unknown[]): T | Error | undefined {
  const [value, setValue] = useState<T | Error | undefined>(undefined);
  useLayoutEffect(() => {
    let asked = 0;
    const failed = (error: unknown) => setValue(error instanceof Error ? error : new Error(String(error)));
    const again = () => {
      const number = ++asked;
      // An older answer may come after a newer one, and none is to come after the end.
      const told = (tell: () => void) => number === asked && tell();
      read().then(
        (now) => told(() => setValue(now)),
        (error: unknown) => told(() => failed(error)),
      );
    };
    const subscription = liveQuery(() => readRevision(db)).subscribe({ next: again, error: failed });
    return () => {
      asked = Number.POSITIVE_INFINITY;
      subscription.unsubscribe();
    };
    // `read` is a new function at every render; what it reads by is in `depends`.
  }, [db, ...depends]);
  return value;
}
