import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deleteDemo, openDatabase, type ReboundDatabase, readDamagedRows, readRevision } from '../../../lib/storage';
import { ALL_TABLES } from '../../../lib/storage/all-tables';
import { defineTable, type Tables } from '../../../lib/storage/table';
import { allRaw, aRow, makeSample, putRaw, ROW_TABLES } from '../../support/rows';

/** A table that the product does not have, defined in one file. */
interface Stretch {
  readonly id: string;
  readonly minutes: number;
}

const STRETCHES = defineTable<Stretch>({
  name: 'stretches',
  stores: { 6: 'id', 7: 'id, minutes' },
  todayRestsOn: true,
  naturalKey: true,
  row: v.object({ id: v.string(), minutes: v.number() }),
  migrations: { 7: (transaction) => transaction.table('stretches').put({ id: 'migrated', minutes: 1 }) },
});

let db: ReboundDatabase;
beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  db = openDatabase('test', [...ALL_TABLES, STRETCHES]);
});
afterEach(() => db.close());

const stretches = () => db.table<Stretch, string>('stretches');

it('gets its store, with its index', async () => {
  await stretches().bulkPut([
    { id: 'a', minutes: 20 },
    { id: 'b', minutes: 5 },
  ]);
  expect(await stretches().where('minutes').below(10).toArray()).toEqual([{ id: 'b', minutes: 5 }]);
  expect(db.verno).toBe(7);
});

it('renews the revision mark with each write, if Today depends on it', async () => {
  await stretches().put({ id: 'a', minutes: 20 });
  const mark = await readRevision(db);
  expect(mark).not.toBe('');
  await stretches().delete('a');
  expect(await readRevision(db)).not.toBe(mark);
});

it('has no mark if Today does not depend on it', async () => {
  db.close();
  db = openDatabase('other', [...ALL_TABLES, { ...STRETCHES, todayRestsOn: false }]);
  await stretches().put({ id: 'a', minutes: 20 });
  expect(await readRevision(db)).toBe('');
});

it('hides its damaged rows, and copies them before they are replaced', async () => {
  await stretches().put({ id: 'a', minutes: 20 });
  await putRaw(db, 'stretches', { id: 'b', minutes: 'many' });
  expect(await stretches().toArray()).toEqual([{ id: 'a', minutes: 20 }]);
  expect(await readDamagedRows(db)).toMatchObject([{ table: 'stretches', key: 'b', faults: ['minutes'], replaced: null }]);
  await stretches().put({ id: 'b', minutes: 3 });
  expect(await readDamagedRows(db)).toMatchObject([{ table: 'stretches', key: 'b', row: { id: 'b', minutes: 'many' } }]);
});

it('runs its migration on a database of an earlier version', async () => {
  const product = openDatabase('older');
  await product.labs.count();
  product.close();
  const older = openDatabase('older', [...ALL_TABLES, STRETCHES]);
  expect(await allRaw(older, 'stretches')).toEqual([{ id: 'migrated', minutes: 1 }]);
  older.close();
});

it('has a row made from its schema in the tests of every table', () => {
  const row = makeSample(STRETCHES.row, 'stretches', 1);
  expect(row).toEqual({ id: expect.any(String), minutes: expect.any(Number) });
  expect(v.is(STRETCHES.row ?? v.never(), row)).toBe(true);
});

it.each(ALL_TABLES.filter(({ row, derived }) => row !== undefined && derived !== true))(
  '$name: a row made from its schema fits, or the table has a maker',
  ({ name, row }) => {
    expect(v.is(row ?? v.never(), name === 'damagedRows' ? makeSample(row, name, 1) : aRow(name as keyof Tables, 1))).toBe(true);
  },
);

it('loses its rows of the demo with the demo, where it says how they are found', async () => {
  db.close();
  const worlds = { ...STRETCHES, name: 'worlds', stores: { 7: 'id, [world+day]' }, row: v.any(), world: '[world+day]', migrations: {} };
  const flags = {
    ...STRETCHES,
    name: 'flags',
    stores: { 7: 'id' },
    row: v.any(),
    world: ({ demo }: { demo: boolean }) => demo,
    migrations: {},
  };
  db = openDatabase('demo', [...ALL_TABLES, worlds, flags]);
  await db.table('worlds').bulkPut([
    { id: 'a', world: 'own', day: '2026-05-04' },
    { id: 'b', world: 'demo', day: '2026-05-04' },
  ]);
  await db.table('flags').bulkPut([
    { id: 'a', demo: false },
    { id: 'b', demo: true },
  ]);
  await deleteDemo(db);
  expect([await db.table('worlds').toCollection().primaryKeys(), await db.table('flags').toCollection().primaryKeys()]).toEqual([
    ['a'],
    ['a'],
  ]);
});

/** A check that is being taken has a world of its own only when it is stored: until then nothing may delete what it writes to. */
const UNFINISHED = 'recordings';

it.each(ROW_TABLES.filter((name) => name !== UNFINISHED))('%s says how its rows of the demo are found, if it has any', (name) => {
  const row = aRow(name, 0);
  const definition = ALL_TABLES.find((table) => table.name === name);
  expect(definition?.world !== undefined).toBe('world' in row || 'demo' in row);
});
