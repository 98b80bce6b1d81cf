import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import {
  type Check,
  deleteCheck,
  deleteDemo,
  keepRecording,
  morningsBetween,
  openDatabase,
  type ReboundDatabase,
  restoreCheck,
  toMorning,
  updateNotes,
} from '../../../lib/storage';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

const byId = (rows: readonly { readonly id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
const made = (checks: readonly Check[]) => byId(checks.map(toMorning));
const stored = async () => byId(await db.mornings.toArray());

describe('mornings', () => {
  it('are added and removed with their checks, by every way that a check is written', async () => {
    const [one, two, demo] = [aCheck({ daysAgo: 2 }), aCheck({ daysAgo: 1, rating: 'poor' }), aCheck({ world: 'demo', rmssdMs: null })];
    await keepRecording(db, one);
    await db.checks.bulkPut([two, demo]);
    expect(await stored()).toEqual(made([one, two, demo]));
    await updateNotes(db, one.id, { tags: ['travel'], note: '' });
    await deleteCheck(db, two.id);
    expect(await stored()).toEqual(made([one, demo]));
    await restoreCheck(db, two);
    await deleteDemo(db);
    expect(await stored()).toEqual(made([one, two]));
    const again = { ...one, summary: { ...one.summary, engine: 'newer', meanHrBpm: 44 } };
    await db.checks.put(again);
    expect(await stored()).toEqual(made([again, two]));
    await db.checks.clear();
    expect(await stored()).toEqual([]);
  });

  it('are rolled back with their checks when a transaction fails', async () => {
    const failed = db.transaction('rw', db.checks, async () => {
      await db.checks.put(aCheck());
      throw new Error('on the way');
    });
    await expect(failed).rejects.toThrow('on the way');
    expect(await db.checks.count()).toBe(0);
    expect(await stored()).toEqual([]);
    const kept = aCheck({ id: 'same', rmssdMs: 40 });
    await db.checks.add(kept);
    await expect(db.checks.add(aCheck({ id: 'same', rmssdMs: 90 }))).rejects.toThrow();
    expect(await stored()).toEqual(made([kept]));
  });

  it('property: match the checks of these days, oldest first, even after other writes', async () => {
    const given = fc.record({
      daysAgo: fc.integer({ min: 0, max: 9 }),
      minutes: fc.integer({ min: 0, max: 500 }),
      rating: fc.constantFrom('good', 'fair', 'poor', 'unusable'),
      world: fc.constantFrom('own', 'demo'),
      rmssdMs: fc.option(fc.integer({ min: 8, max: 150 })),
      lost: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(given, { maxLength: 25 }), fc.boolean(), async (checksGiven, past) => {
        const own = freshDatabase();
        const checks = checksGiven.map((one, i) => ({ ...aCheck({ ...one, id: `check ${i}` }), lost: one.lost }));
        await own.checks.bulkPut(checks);
        if (past) await own.mornings.filter(({ id }) => checks.some((check) => check.id === id && check.lost)).delete();
        const [from, to] = [addDays(TODAY, -6), addDays(TODAY, -2)];
        const expected = checks
          .filter(({ world, day }) => world === 'own' && day >= from && day <= to)
          .sort((a, b) => a.startedAtMs - b.startedAtMs);
        const found = await morningsBetween(own, 'own', from, to);
        expect(found.map(({ startedAtMs }) => startedAtMs)).toEqual(expected.map(({ startedAtMs }) => startedAtMs));
        expect(byId(found)).toEqual(made(expected));
        own.close();
      }),
      { numRuns: 25 },
    );
  });
});

it('are added to a database of version 3 for its checks', async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  const old = new Dexie('test');
  old.version(3).stores({
    checks: 'id, [world+startedAtMs], [world+day]',
    checkIns: '[world+day]',
    settings: '',
  });
  const checks = Array.from({ length: 40 }, (_, daysAgo) => aCheck({ daysAgo, rating: daysAgo % 5 === 0 ? 'poor' : 'good' }));
  await old.table('checks').bulkAdd(checks);
  await old.table('settings').put(true, 'welcomed');
  old.close();
  const now = openDatabase('test');
  expect(byId(await now.mornings.toArray())).toEqual(made(checks));
  expect(await now.checks.count()).toBe(40);
  expect(await now.settings.get('welcomed')).toBe(true);
  now.close();
});
