import Dexie, { type Collection } from 'dexie';
import type { ReboundDatabase, TableDefinition } from './table';

/** Deletes everything of the demo, in every table that says where its rows of the demo are. Returns the number of checks. */
export function deleteDemo(db: ReboundDatabase): Promise<number> {
  const tables = db.definitions.flatMap(({ name, world }) => (world === undefined ? [] : [{ name, world }]));
  return db.transaction(
    'rw',
    tables.map(({ name }) => name),
    async () => {
      let checks = 0;
      for (const { name, world } of tables) {
        const deleted = await demoRows(db, name, world).delete();
        if (name === 'checks') checks = deleted;
      }
      return checks;
    },
  );
}

function demoRows(db: ReboundDatabase, name: string, world: NonNullable<TableDefinition['world']>): Collection {
  const table = db.table(name);
  if (typeof world !== 'string') return table.filter(world as (row: unknown) => boolean);
  const isCompound = world.startsWith('[');
  return isCompound ? table.where(world).between(['demo', Dexie.minKey], ['demo', Dexie.maxKey]) : table.where(world).equals('demo');
}
