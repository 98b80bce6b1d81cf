import type { DBCore, Middleware } from 'dexie';
import type { ReboundDatabase } from './table';
import type { Digest } from './types';

/**
 * Owner of `digests`: today as it was last worked out, so that it can be shown before anything is worked out, and a mark that is another
 * one after every write to what today and trends rest on, in the same transaction (`markRevisions`). A digest is good as long as the mark
 * is the one that it was worked out by; its caller asks for the mark before it begins to read.
 */

/** The mark as it stands; empty before the first write. */
export async function readRevision(db: ReboundDatabase): Promise<string> {
  const row = await db.digests.get('revision');
  return row?.key === 'revision' ? row.mark : '';
}

/** Keeps a digest, unless something was written since its mark was asked for. */
export function keepDigest(db: ReboundDatabase, digest: Digest): Promise<void> {
  return db.transaction('rw', db.digests, async () => {
    if ((await readRevision(db)) === digest.mark) await db.digests.put({ key: 'today', digest });
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
        // A chain and not `await`: only the database layer's own promises stay in its transaction.
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
