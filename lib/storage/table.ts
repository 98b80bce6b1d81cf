import type { DBCore, Dexie, Middleware, Transaction } from 'dexie';
import type { GenericSchema } from 'valibot';

/** How a table describes itself. Each file in `tables/` defines one; database.ts builds the database from all of them. */
export interface TableDefinition {
  readonly name: string;
  /**
   * Dexie's schema of the store, by the database version that introduced or changed it. Never change an entry that was released: add one
   * for the next version.
   */
  readonly stores: Readonly<Record<number, string>>;
  /**
   * Schema of a row. A row that does not fit is kept where it is, but no reader gets it (damaged-rows.ts). Leave it out if the repository
   * itself interprets what it reads.
   */
  readonly row?: GenericSchema;
  /**
   * What can be read of a row that does not fit, as a row that fits and says what is missing; undefined: nothing. Readers get it in place of
   * the damaged row, which stays as it is until it is written again. Left out: a damaged row is hidden as a whole.
   */
  readonly salvage?: (row: unknown, key: unknown) => unknown;
  /** For a table without `row`: the schema of the row with a key; null for a row that is never listed as damaged. */
  readonly rowOf?: (key: unknown) => GenericSchema | null;
  /** Whether Today or Trends is computed from it: then every write renews the revision mark (digest.ts). */
  readonly todayRestsOn: boolean;
  /**
   * Whether the key says what a row is about, such as a day or a device: then a new row may replace a damaged one, which is copied first.
   */
  readonly naturalKey?: true;
  /**
   * Where its rows belong to the user or to the demo: the index, or the key, that begins with the world; where there is none, what tells a
   * row of the demo. Deleting the demo deletes those rows.
   */
  readonly world?: string | ((row: never) => boolean);
  /** Whether it can be rebuilt from other tables: then a damaged row is no loss and is not listed. */
  readonly derived?: true;
  /** Migrates the rows for a database version. Self-contained: it must not call anything that a later version could change. */
  readonly migrations?: Readonly<Record<number, (transaction: Transaction) => PromiseLike<unknown>>>;
  /** What the database layer does at each write to this table or another. */
  readonly middleware?: Middleware<DBCore>;
}

/** The tables by name: each file in `tables/` adds its own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: the files in tables/ fill it.
export interface Tables {}

/** The database as repositories see it. `openDatabase` (database.ts) opens it. */
export type ReboundDatabase = Dexie & Readonly<Tables> & { readonly definitions: readonly TableDefinition[] };

/** Defines a table with rows of type `Row`, which its schema must produce. */
export function defineTable<Row>(
  definition: TableDefinition & {
    readonly row?: GenericSchema<unknown, Row>;
    readonly salvage?: (row: unknown, key: unknown) => Row | undefined;
  },
): TableDefinition {
  return definition;
}
