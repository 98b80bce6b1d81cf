import type { DBCore, Middleware } from 'dexie';
import type { ReboundDatabase } from './table';
import type { StoredSnapshot } from './types';

/**
 * Owner of `digests`: the snapshot of today, which pages show before they work anything out, and the revision mark. Every write to a table
 * that Today or Trends rest on changes the mark in the same transaction (`markRevisions`). A snapshot is good as long as the mark is the one
 * that it was made from; whoever makes one reads the mark first.
 */

/** The mark as it stands; empty before the first write. */
export async function readRevision(db: ReboundDatabase): Promise<string> {
  const row = await db.digests.get('revision');
  return row?.key === 'revision' ? row.mark : '';
}

/** The snapshot that was stored last, good or not; undefined: none. */
export async function getStoredSnapshot(db: ReboundDatabase): Promise<StoredSnapshot | undefined> {
  const row = await db.digests.get('today');
  return row?.key === 'today' ? row.stored : undefined;
}

/** Stores a snapshot, unless something was written since its mark was read. Says whether it was stored. */
export function keepSnapshot(db: ReboundDatabase, stored: StoredSnapshot): Promise<boolean> {
  return db.transaction('rw', db.digests, async () => {
    if ((await readRevision(db)) !== stored.mark) return false;
    await db.digests.put({ key: 'today', stored });
    return true;
  });
}

/**
 * A new mark with every write to a table that Today or Trends rests on: to be used by the database.
 * @param marked names of those tables; each table says it of itself (`todayRestsOn`)
 */
export const markRevisions = (marked: readonly string[]): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'revisions',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      const marks = mode === 'readwrite' && !stores.includes('digests') && stores.some((name) => marked.includes(name));
      return core.transaction(marks ? [...stores, 'digests'] : stores, mode, options);
    },
    table: (name) => {
      const table = core.table(name);
      if (!marked.includes(name)) return table;
      return {
        ...table,
        // Chained, because `await` would leave the transaction: it only follows Dexie's own promises.
        mutate: (request) =>
          table.mutate(request).then((result) => {
            const values = [{ key: 'revision', mark: crypto.randomUUID() }];
            return core
              .table('digests')
              .mutate({ type: 'put', trans: request.trans, values })
              .then(() => result);
          }),
      };
    },
  }),
});
