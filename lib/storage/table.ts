import type { DBCore, Dexie, Middleware, Transaction } from 'dexie';
import type { GenericSchema } from 'valibot';

/** What a table says of itself. Each file in `tables/` defines one; database.ts builds the database from all of them. */
export interface TableDefinition {
  readonly name: string;
  /**
   * Dexie's schema of the store, by the database version that introduced or changed it. Never change an entry that was released: add one
   * for the next version.
   */
  readonly stores: Readonly<Record<number, string>>;
  /**
   * What a row has to look like. A row that does not fit is set aside: no reader gets it, and it stays where it is (damaged-rows.ts). Leave it
   * out where the repository itself makes sense of what it reads.
   */
  readonly row?: GenericSchema;
  /**
   * What can be read of a row that does not fit, as a row that fits and says what is missing; undefined: nothing. Readers get it in place of
   * the damaged row, which stays as it is until it is written again. Left out: a damaged row is hidden as a whole.
   */
  readonly salvage?: (row: unknown) => unknown;
  /** For a table without `row`: the schema of the row with a key; null for a row that is never listed as damaged. */
  readonly rowOf?: (key: unknown) => GenericSchema | null;
  /** Whether Today or Trends is worked out from it: then every write renews the revision mark (digest.ts). */
  readonly todayRestsOn: boolean;
  /** The key of a row says what it is about, such as a day or a device: a new row may overwrite a damaged one, which is copied first. */
  readonly naturalKey?: true;
  /** It can be made again from other tables: a damaged row of it is no loss, and is not listed. */
  readonly derived?: true;
  /** What changes in the rows with a database version. Self-contained: it may call nothing that a later version could change. */
  readonly migrations?: Readonly<Record<number, (transaction: Transaction) => PromiseLike<unknown>>>;
  /** What the database layer does at each write of this table or another. */
  readonly middleware?: Middleware<DBCore>;
}

/** The tables by name: each file in `tables/` adds its own (declaration merging). */
// biome-ignore lint/suspicious/noEmptyInterface: the files in tables/ fill it.
export interface Tables {}

/** The database as repositories take it. Opened by `openDatabase` (database.ts). */
export type ReboundDatabase = Dexie & Readonly<Tables> & { readonly definitions: readonly TableDefinition[] };

/**
 * Defines a table whose rows are of type `Row`, which its schema has to give.
 */
export function defineTable<Row>(
  definition: TableDefinition & { readonly row?: GenericSchema<unknown, Row>; readonly salvage?: (row: unknown) => Row | undefined },
): TableDefinition {
  return definition;
}
