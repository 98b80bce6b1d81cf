import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** A reading of the database that follows it: `undefined` until the first answer, an `Error` when it cannot be read. */
export function useLive<T>(read: () => Promise<T>, depends: readonly unknown[]): T | Error | undefined {
  const [value, setValue] = useState<T | Error | undefined>(undefined);
  useEffect(() => {
    const subscription = liveQuery(read).subscribe({
      next: setValue,
      error: (error: unknown) => setValue(error instanceof Error ? error : new Error(String(error))),
    });
    return () => subscription.unsubscribe();
    // `read` is a new function at every render; what it reads by is in `depends`.
  }, depends);
  return value;
}
