import type { DBCore, Middleware } from 'dexie';
import type { ReboundDatabase } from './table';
import type { DigestRow, StoredSnapshot } from './types';

/**
 * Owner of `digests`: the snapshot of today, which pages show before they compute anything, and the revision mark. Every write to a table
 * that Today or Trends is computed from changes the mark in the same transaction (`markRevisions`). A snapshot is valid while its mark is
 * the current one, so read the mark before you make a snapshot.
 */

/** The current mark; empty before the first write. */
export async function readRevision(db: ReboundDatabase): Promise<string> {
  const row = await db.digests.get('revision');
  return row?.key === 'revision' ? row.mark : '';
}

/** The last stored snapshot, valid or not; undefined if there is none. */
export async function getStoredSnapshot(db: ReboundDatabase): Promise<StoredSnapshot | undefined> {
  const row = await db.digests.get('today');
  return row?.key === 'today' ? row.stored : undefined;
}

/** Stores a snapshot unless something was written since its mark was read. Returns whether it was stored. */
export function keepSnapshot(db: ReboundDatabase, stored: StoredSnapshot): Promise<boolean> {
  return db.transaction('rw', db.digests, async () => {
    if ((await readRevision(db)) !== stored.mark) return false;
    await db.digests.put({ key: 'today', stored });
    return true;
  });
}

/**
 * Stores a row for a page that is closing: hands the write to the browser before it returns (see `markLeftNow`). It goes around Dexie and so
 * around `markRevisions`: the new mark is part of the same transaction.
 */
export function putRowNow(db: ReboundDatabase, table: 'checks' | 'planLog' | 'sessions', row: object): void {
  const transaction = db.backendDB().transaction([table, 'digests'], 'readwrite');
  transaction.objectStore(table).put(row);
  transaction.objectStore('digests').put(newMark());
  transaction.commit();
}

function newMark(): DigestRow {
  return { key: 'revision', mark: crypto.randomUUID() };
}

/**
 * Middleware that changes the mark with every write to a table that Today or Trends is computed from.
 * @param marked the names of those tables (`todayRestsOn`)
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
        // Chained: `await` would leave the transaction, which follows only Dexie's own promises.
        mutate: (request) =>
          table.mutate(request).then((result) => {
            const values = [newMark()];
            return core
              .table('digests')
              .mutate({ type: 'put', trans: request.trans, values })
              .then(() => result);
          }),
      };
    },
  }),
});
