import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, readDamagedRows } from '../../../lib/storage';
import { ALL_TABLES } from '../../../lib/storage/all-tables';
import { aCheck } from '../../support/checks';
import { speakEnglish } from '../../support/english';
import { READERS } from '../../support/readers';
import { aRow, ROW_TABLES } from '../../support/rows';
import { makeShipped, type ShippedRow, shippedSchema } from './shipped-versions';

let factory: IDBFactory;
beforeEach(() => {
  factory = new IDBFactory();
  Dexie.dependencies.indexedDB = factory;
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  speakEnglish();
});

const SOURCES = {
  'seed-000': 'palm-health',
  'seed-001': 'svetness',
  'seed-002': 'alyze',
  'seed-003': 'fleet-feet',
  'seed-004': 'running-recovery',
  trials: 'trials',
  ours: 'ours',
  user: 'user',
};

const sessions: ShippedRow[] = Object.keys(SOURCES).map((doseOf) => {
  const row = aRow('sessions', 0);
  return { table: 'sessions', row: { ...row, id: doseOf, plan: { ...Object(row.plan), doseOf } } };
});

const checks: ShippedRow[] = Array.from({ length: 20 }, (_, daysAgo) => ({ table: 'checks', row: aCheck({ id: `c${daysAgo}`, daysAgo }) }));
const DAMAGED_CHECK = { id: 'damaged', world: 'own', day: '2026-01-01', startedAtMs: 5 };

const ROWS: readonly ShippedRow[] = [
  ...ROW_TABLES.filter((table) => table !== 'sessions' && table !== 'checks').map((table) => ({
    table,
    row: aRow(table, 0),
    ...(table === 'journal' ? { key: 1 } : {}),
  })),
  ...sessions,
  ...checks,
  { table: 'checks', row: DAMAGED_CHECK },
  { table: 'sessions', row: { id: 'damaged', startedAtMs: 5, plan: null } },
  { table: 'settings', row: true, key: 'welcomed' },
];

describe.each([1, 2, 3, 4])('a database of version %i', (version) => {
  it('opens with all its data', async () => {
    await makeShipped(factory, 'test', version, ROWS);
    const db = openDatabase('test');
    expect(await db.settings.get('welcomed')).toBe(true);
    expect(await db.checks.toArray()).toHaveLength(checks.length);
    expect((await db.mornings.toArray()).length).toBe(version < 4 ? checks.length : 0);
    for (const table of ROW_TABLES) {
      const [first] = Object.entries(shippedSince).filter(([, tables]) => tables.includes(table));
      const rows = await db.table(table).count();
      expect([table, rows > 0]).toEqual([table, Number(first?.[0]) <= version]);
    }
    db.close();
  });

  it('is read by every screen, without its damaged rows', async () => {
    await makeShipped(factory, 'test', version, ROWS);
    const db = openDatabase('test');
    expect((await readDamagedRows(db)).map(({ table }) => table)).toEqual(version === 1 ? ['checks'] : ['checks', 'sessions']);
    for (const [name, read] of Object.entries(READERS)) {
      await read(db).catch((error: unknown) => {
        throw new Error(`${name} failed`, { cause: error });
      });
    }
    db.close();
  });

  it('names the sources of doses from then on', async () => {
    if (version === 1) return;
    await makeShipped(factory, 'test', version, ROWS);
    const db = openDatabase('test');
    const named = Object.fromEntries((await db.sessions.toArray()).map(({ id, plan }) => [id, plan.doseOf]));
    expect(named).toEqual(SOURCES);
    db.close();
  });
});

const shippedSince = Object.fromEntries([1, 2, 3, 4].map((version) => [version, Object.keys(shippedSchema(version))]));

it('versions that were shipped do not change', () => {
  for (const version of [1, 2, 3, 4]) {
    const now = ALL_TABLES.flatMap(({ name, stores }) => (stores[version] === undefined ? [] : [[name, stores[version]]]));
    expect(Object.fromEntries(now)).toEqual(shippedSchema(version));
  }
});

it('an upgraded database has the stores of a new one', async () => {
  await makeShipped(factory, 'old', 1, ROWS);
  const described = async (name: string) => {
    const db = openDatabase(name);
    await db.open();
    const transaction = db.backendDB().transaction([...db.backendDB().objectStoreNames], 'readonly');
    const stores = [...transaction.objectStoreNames].map((store) => {
      const { keyPath, autoIncrement, indexNames } = transaction.objectStore(store);
      return [store, keyPath, autoIncrement, [...indexNames]];
    });
    db.close();
    return stores;
  };
  expect(await described('old')).toEqual(await described('new'));
});
