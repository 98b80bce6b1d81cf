import Dexie, { type Transaction } from 'dexie';
import { ALL_TABLES } from './all-tables';
import { guardRows } from './damage';
import { markRevisions } from './digest';
import { writeOutsideQueries } from './outside-queries';
import type { ReboundDatabase, TableDefinition } from './table';

/**
 * The product's only database, made of the tables in `tables/`. Every surface of the extension opens it; content scripts never do. Only a
 * table's own file writes to it.
 */
class TableDatabase extends Dexie {
  constructor(
    name: string,
    readonly definitions: readonly TableDefinition[],
  ) {
    super(name);
    for (const version of listVersions(definitions)) this.#declare(version);
    for (const { middleware } of definitions) if (middleware) this.use(middleware);
    this.use(markRevisions(listMarked(definitions)));
    this.use(guardRows(definitions));
    this.use(writeOutsideQueries);
  }

  #declare(version: number): void {
    const stores = this.definitions.flatMap((table) => {
      const schema = table.stores[version];
      return schema === undefined ? [] : [[table.name, schema] as const];
    });
    const migrations = this.definitions.flatMap(({ migrations }) => migrations?.[version] ?? []);
    const declared = this.version(version).stores(Object.fromEntries(stores));
    if (migrations.length === 0) return;
    declared.upgrade(async (transaction: Transaction) => {
      for (const migrate of migrations) await migrate(transaction);
    });
  }
}

/** The names of the tables that Today and Trends are computed from. */
export const MARKED: readonly string[] = listMarked(ALL_TABLES);

function listMarked(definitions: readonly TableDefinition[]): string[] {
  return definitions.filter(({ todayRestsOn }) => todayRestsOn).map(({ name }) => name);
}

/** Every version that a table or a migration names, ascending. */
function listVersions(definitions: readonly TableDefinition[]): number[] {
  const named = definitions.flatMap(({ stores, migrations = {} }) => [...Object.keys(stores), ...Object.keys(migrations)]);
  return [...new Set(named.map(Number))].sort((a, b) => a - b);
}

/** Opens the database on the first read or write. `tables`: for tests with other tables. */
export function openDatabase(name = 'rebound', tables: readonly TableDefinition[] = ALL_TABLES): ReboundDatabase {
  // Dexie adds each table to the database under its name, which TypeScript cannot see: the files of the tables declare them (`Tables`).
  return new TableDatabase(name, tables) as unknown as ReboundDatabase;
}
