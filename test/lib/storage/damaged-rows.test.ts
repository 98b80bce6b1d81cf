import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answerCheckIn,
  deleteDamagedRow,
  deleteDemo,
  getSettings,
  keepRecording,
  moveInPlan,
  type ReboundDatabase,
  readDamagedRows,
  renameDevice,
  sawDevice,
} from '../../../lib/storage';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { speakEnglish } from '../../support/english';
import { READERS } from '../../support/readers';
import { allRaw, aRow, putRaw, ROW_TABLES } from '../../support/rows';

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
  speakEnglish();
});
afterEach(() => db.close());

type Row = Record<string, unknown>;
type Path = readonly string[];

/** Two rows in each of some tables. */
async function fill(tables: readonly (typeof ROW_TABLES)[number][] = ROW_TABLES): Promise<void> {
  for (const table of tables) await db.table(table).bulkPut([aRow(table, 0), aRow(table, 1)]);
}

/** Every path into a row: its fields, and the fields of its objects and of the first element of its lists. Typed arrays are one value. */
function pathsInto(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return at.length === 0 ? [] : [at];
  const inner = Object.entries(value).filter(([key]) => !Array.isArray(value) || key === '0');
  return [...(at.length === 0 ? [] : [at]), ...inner.flatMap(([key, one]) => pathsInto(one, [...at, key]))];
}

function valueAt(row: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), row);
}

function damaged(row: Row, path: Path, value: unknown): Row {
  const copy = structuredClone(row);
  const [last = ''] = path.slice(-1);
  const holder = Object(valueAt(copy, path.slice(0, -1)));
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}

/** A value of another type, or NaN: no schema of the product accepts these. */
const WRONG = [Number.NaN, Number.POSITIVE_INFINITY, 'no such thing', { odd: 1 }, [[]], true, -1e300] as const;

function isSurelyWrong(before: unknown, value: unknown): boolean {
  if (typeof before === 'number') return typeof value !== 'number' || !Number.isFinite(value) || value === -1e300;
  if (typeof before === 'object') return before !== null && (typeof value !== 'object' || Array.isArray(value) !== Array.isArray(before));
  return typeof before !== typeof value;
}

const aDamage = (table: (typeof ROW_TABLES)[number]) =>
  fc
    .tuple(fc.constantFrom(...pathsInto(aRow(table, 0))), fc.constantFrom(...WRONG))
    .filter(([path, value]) => isSurelyWrong(valueAt(aRow(table, 0), path), value));

/** Replaces the first row of a table by a damaged one; false where it has no valid key. */
async function damageFirst(table: (typeof ROW_TABLES)[number], row: Row): Promise<boolean> {
  const key = db.table(table).schema.primKey.keyPath;
  const outbound = key === '' || key === null;
  await db.table(table).clear();
  await db.table(table).put(aRow(table, 1));
  return putRaw(db, table, row, outbound ? 99 : undefined).then(
    () => true,
    () => false,
  );
}

describe.each(ROW_TABLES)('a damaged row of %s', (table) => {
  it('property: is hidden from readers, hides no other row, stays unchanged, and is listed with its faults', async () => {
    await fc.assert(
      fc.asyncProperty(aDamage(table), async ([path, value]) => {
        db.close();
        db = freshDatabase();
        await fill([table]);
        const row = damaged(aRow(table, 0), path, value);
        fc.pre(await damageFirst(table, row));
        const read = await db.table(table).toArray();
        expect(read.filter(({ unread }) => unread === undefined)).toEqual([aRow(table, 1)]);
        expect(table === 'checkIns' || table === 'planLog' ? 2 : 1).toBeGreaterThanOrEqual(read.length);
        expect(await allRaw(db, table)).toContainEqual(row);
        const listed = await readDamagedRows(db);
        expect(listed.map(({ table: name, row: kept }) => ({ name, kept }))).toEqual([{ name: table, kept: row }]);
        expect(listed[0]?.faults.some((fault) => fault.split('.')[0] === path[0])).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('property: makes no reader of the product fail', async () => {
    await fc.assert(
      fc.asyncProperty(aDamage(table), async ([path, value]) => {
        db.close();
        db = freshDatabase();
        await fill();
        fc.pre(await damageFirst(table, damaged(aRow(table, 0), path, value)));
        for (const [name, read] of Object.entries(READERS)) {
          await read(db).catch((error: unknown) => {
            throw new Error(`${name} failed`, { cause: error });
          });
        }
      }),
      { numRuns: 3 },
    );
  });

  it('can lack a field', async () => {
    for (const field of Object.keys(aRow(table, 0))) {
      db.close();
      db = freshDatabase();
      await fill([table]);
      if (!(await damageFirst(table, damaged(aRow(table, 0), [field], undefined)))) continue;
      const seen = await db.table(table).count();
      const hidden = seen - (await db.table(table).toArray()).filter(({ unread }) => unread === undefined).length;
      expect((await readDamagedRows(db)).length).toBe(hidden);
      expect(hidden).toBeLessThanOrEqual(1);
    }
  });
});

describe('impossible dates', () => {
  it.each([
    ['histories', { day: '0001-01-01' }],
    ['histories', { day: '2026-02-30' }],
    ['activities', { day: '1000-05-04' }],
    ['activities', { startMs: -1e13 }],
    // By itself each would do.
    ['activities', { day: '2020-05-04' }],
    ['planned', { day: '2026-05-06' }],
    ['weighings', { day: '2026-05-02' }],
    ['activities', { timeZone: 'Mars/Olympus' }],
    ['activities', { movingTimeS: 1e9 }],
    ['checks', { startedAtMs: 9e15 }],
  ] as const)('in %s are damage: %o', async (table, change) => {
    await fill([table]);
    expect(await damageFirst(table, { ...aRow(table, 0), ...change })).toBe(true);
    expect(await db.table(table).toArray()).toEqual([aRow(table, 1)]);
    expect((await readDamagedRows(db)).map(({ faults }) => faults)).toEqual([Object.keys(change)]);
  });
});

describe('reading past a damaged row', () => {
  it('returns as many rows as requested', async () => {
    for (let place = 0; place < 9; place++) await db.labs.put(aRow('labs', place) as never);
    for (const place of [0, 1, 2, 5]) await putRaw(db, 'labs', { ...aRow('labs', place), value: 'x' });
    const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
    expect(ids(await db.labs.limit(3).toArray())).toEqual(['lab-3', 'lab-4', 'lab-6']);
    expect((await db.labs.toCollection().first())?.id).toBe('lab-3');
    expect(ids(await db.labs.toCollection().reverse().limit(4).toArray())).toEqual(['lab-8', 'lab-7', 'lab-6', 'lab-4']);
    const seen: string[] = [];
    await db.labs.toCollection().each(({ id }) => seen.push(id));
    expect(seen).toEqual(['lab-3', 'lab-4', 'lab-6', 'lab-7', 'lab-8']);
    expect((await db.labs.bulkGet(['lab-0', 'lab-3'])).map((row) => row?.id)).toEqual([undefined, 'lab-3']);
    expect(ids(await db.labs.filter(({ value }) => value === 60).toArray())).toHaveLength(5);
  });
});

describe('writing', () => {
  const damagedDevice = { ...aRow('devices', 0), batteryPct: 'full' };

  it('leaves a damaged row as it is when it changes another', async () => {
    await putRaw(db, 'devices', damagedDevice);
    await renameDevice(db, 'device-0', 'Other');
    await sawDevice(db, 'device-0', 5);
    expect(await allRaw(db, 'devices')).toEqual([damagedDevice]);
  });

  it('copies a damaged row before it is replaced', async () => {
    const checkIn = { ...aRow('checkIns', 0), soreness: 'NaN' };
    const plan = { ...aRow('plans', 0), moved: 'x' };
    await putRaw(db, 'checkIns', checkIn);
    await putRaw(db, 'plans', plan);
    await answerCheckIn(db, { world: 'own', day: TODAY, timeZone: 'UTC' }, { mood: 4 }, 9);
    await moveInPlan(db, 'own', 'b', 5, 0);
    const listed = await readDamagedRows(db);
    expect(listed.map(({ table, row, faults }) => ({ table, row, faults }))).toEqual(
      expect.arrayContaining([
        { table: 'checkIns', row: checkIn, faults: ['soreness'] },
        { table: 'plans', row: plan, faults: ['moved'] },
      ]),
    );
    expect(listed.every(({ replaced }) => replaced !== null)).toBe(true);
    for (const row of listed) await deleteDamagedRow(db, row);
    expect(await readDamagedRows(db)).toEqual([]);
    expect(await db.checkIns.toArray()).toMatchObject([{ mood: 4, soreness: null }]);
  });

  it('keeps the damaged entries of a journal when the recording is stored', async () => {
    const entry = { ...aRow('journal', 0), rrTicks: 'lost' };
    await putRaw(db, 'journal', entry, 1);
    await db.journal.add(aRow('journal', 1) as never);
    await keepRecording(db, aCheck({ id: 'recording-0' }));
    expect(await allRaw(db, 'journal')).toEqual([entry]);
  });

  it('leaves damaged rows to Settings when the demo is deleted', async () => {
    await putRaw(db, 'weighings', { ...aRow('weighings', 0), world: 'demo', beforeKg: -1 });
    await db.weighings.put({ ...aRow('weighings', 1), world: 'demo' } as never);
    await deleteDemo(db);
    expect(await allRaw(db, 'weighings')).toHaveLength(1);
  });
});

describe('a listed damaged row', () => {
  it('is deleted for good, and no other row with it', async () => {
    await fill(['labs']);
    await damageFirst('labs', { ...aRow('labs', 0), value: 'x' });
    const [row] = await readDamagedRows(db);
    if (row === undefined) throw new Error('none is listed');
    await deleteDamagedRow(db, row);
    expect(await readDamagedRows(db)).toEqual([]);
    expect(await allRaw(db, 'labs')).toEqual([aRow('labs', 1)]);
  });

  it('stays if it was written again meanwhile', async () => {
    await putRaw(db, 'labs', { ...aRow('labs', 0), value: 'x' });
    const [row] = await readDamagedRows(db);
    if (row === undefined) throw new Error('none is listed');
    await putRaw(db, 'labs', aRow('labs', 0));
    await deleteDamagedRow(db, row);
    expect(await db.labs.count()).toBe(1);
  });

  it('may be a setting, of which what fits counts and stays when the row is deleted', async () => {
    await putRaw(db, 'settings', ['warm-bath', 'skis'], 'equipment');
    await putRaw(db, 'settings', 'anything', 'a-key-of-a-newer-version');
    const damaged = await readDamagedRows(db);
    expect(damaged.map(({ table, key }) => [table, key])).toEqual([['settings', 'equipment']]);
    for (const row of damaged) await deleteDamagedRow(db, row);
    expect(await readDamagedRows(db)).toEqual([]);
    expect((await getSettings(db)).equipment).toEqual(['warm-bath']);
  });
});
