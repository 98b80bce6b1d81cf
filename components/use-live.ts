import { liveQuery } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';
import { type ReboundDatabase, readRevision } from '../lib/storage';

/** A live query of the database: `undefined` until the first result, an `Error` when it cannot be read. */
export function useLive<T>(read: () => Promise<T>, depends: readonly unknown[]): T | Error | undefined {
  const [value, setValue] = useState<T | Error | undefined>(undefined);
  // Before the page is painted: the result comes one frame sooner.
  useLayoutEffect(() => {
    const subscription = liveQuery(read).subscribe({
      next: setValue,
      error: (error: unknown) => setValue(error instanceof Error ? error : new Error(String(error))),
    });
    return () => subscription.unsubscribe();
    // `read` is a new function at every render; `depends` lists what it depends on.
  }, depends);
  return value;
}

/**
 * The same for a query of thousands of rows in the marked tables (lib/storage/digest.ts): it follows their revision, where `useLive` would
 * track every row that was read.
 */
export function useRevised<T>(db: ReboundDatabase, read: () => Promise<T>, depends: readonly unknown[]): T | Error | undefined {
  const [value, setValue] = useState<T | Error | undefined>(undefined);
  useLayoutEffect(() => {
    let asked = 0;
    const failed = (error: unknown) => setValue(error instanceof Error ? error : new Error(String(error)));
    const again = () => {
      const number = ++asked;
      // An older result may arrive after a newer one, and none may arrive after the end.
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
    // `read` is a new function at every render; `depends` lists what it depends on.
  }, [db, ...depends]);
  return value;
}
