import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { chooseWorld } from '../../../lib/inputs/choose-world';
import { readFirstDay } from '../../../lib/inputs/first-day';
import { earliestMs, inputTables, latestMs, readInputs, readRows } from '../../../lib/inputs/read';
import { importHistory, type ReboundDatabase, setSetting } from '../../../lib/storage';
import { BLANK_PROFILE } from '../../../lib/training';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { aRun } from '../../support/plans';
import { aRow, putRaw } from '../../support/rows';

/** Which rows a span reads, and whose. */

const NOW = Date.parse(`${TODAY}T20:00:00Z`);
const HOUR = 3_600_000;
const ago = (days: number) => addDays(TODAY, -days);
const toNoon = (daysAgo: number) => Date.parse(`${ago(daysAgo)}T12:00:00Z`);
let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

/** A row of a table on a day, past the database layer. */
const put = (table: Parameters<typeof aRow>[0], daysAgo: number, changes: Record<string, unknown> = {}) =>
  putRaw(db, table, { ...aRow(table, 0), id: `${table} ${daysAgo} ${JSON.stringify(changes)}`, day: ago(daysAgo), ...changes });
const read = (from = 3, to = 1, more: Partial<Parameters<typeof readRows>[1]> = {}) =>
  readRows(db, { world: 'own', from: ago(from), to: ago(to), ...more });
const listDays = (rows: readonly { readonly day: string }[]) => rows.map(({ day }) => day).sort();

it('a day begins 14 hours before midnight UTC, and is over 12 hours after the next', () => {
  expect(earliestMs('2026-05-04')).toBe(Date.parse('2026-05-03T10:00:00Z'));
  expect(latestMs('2026-05-04')).toBe(Date.parse('2026-05-05T12:00:00Z'));
});

it('the transaction is of every table that is read', () => {
  const tables = inputTables(db).map(({ name }) => name);
  expect(tables.sort()).toEqual(
    [
      'activities',
      'checkIns',
      'checks',
      'heartRates',
      'histories',
      'mornings',
      'planLog',
      'planned',
      'sessions',
      'settings',
      'weighings',
    ].sort(),
  );
});

describe('the lists of a span', () => {
  beforeEach(async () => {
    for (const daysAgo of [4, 3, 2, 1, 0]) {
      await put('checkIns', daysAgo);
      await put('weighings', daysAgo, { atMs: toNoon(daysAgo) });
      await put('sessions', daysAgo, { startedAtMs: toNoon(daysAgo), endedAtMs: toNoon(daysAgo) + HOUR });
    }
    for (const daysAgo of [4, 3, 0, -7, -8]) {
      await put('planned', daysAgo, { atMs: toNoon(daysAgo) });
      await put('planLog', daysAgo, { startMs: toNoon(daysAgo) });
    }
  });

  it('are of its days, what was planned and ticked off of the eight days after it as well', async () => {
    const { checkIns, weighings, sessions, planned, log } = await read();
    for (const rows of [checkIns, weighings, sessions]) expect(listDays(rows)).toEqual([ago(3), ago(2), ago(1)]);
    for (const rows of [planned, log]) expect(listDays(rows)).toEqual([ago(3), ago(0), ago(-7)]);
  });

  it.each(['planned', 'sessions', 'log', 'weighings'] as const)('leave out %s where it is not needed', async (list) => {
    const { planned, sessions, log, weighings } = await read(3, 1, { leaveOut: [list] });
    const lists = { planned, sessions, log, weighings };
    for (const [name, rows] of Object.entries(lists)) expect(rows.length === 0).toBe(name === list);
  });

  it('are of one world', async () => {
    const demo = await read(3, 1, { world: 'demo' });
    expect([demo.checkIns, demo.weighings, demo.sessions, demo.planned, demo.log]).toEqual([[], [], [], [], []]);
    await put('sessions', 2, { startedAtMs: toNoon(2), demo: true });
    await put('checkIns', 2, { world: 'demo' });
    expect((await read()).sessions).toHaveLength(3);
    const { sessions, checkIns } = await read(3, 1, { world: 'demo' });
    expect([sessions.length, checkIns.length]).toEqual([1, 1]);
  });

  it('are handed on', async () => {
    const rows = await read();
    const inputs = await readInputs(db, { world: 'own', from: ago(3), to: ago(1), nowMs: NOW });
    const { world, settings, checkIns, planned, sessions, log, weighings } = rows;
    expect(inputs).toMatchObject({ world, settings, checkIns, planned, sessions, log, weighings, from: ago(3), to: ago(1) });
  });
});

it('a session counts for its own day, wherever on earth it was', async () => {
  // In the evening of the last day at UTC−12, and in the morning of the first at UTC+14.
  await put('sessions', 1, { startedAtMs: latestMs(ago(1)) - 1 });
  await put('sessions', 3, { startedAtMs: earliestMs(ago(3)) });
  await put('sessions', 0, { startedAtMs: latestMs(ago(1)) - HOUR });
  await put('sessions', 4, { startedAtMs: earliestMs(ago(3)) + HOUR });
  expect(listDays((await read()).sessions)).toEqual([ago(3), ago(1)]);
});

describe('mornings', () => {
  it('are read with those that a resting heart rate and a load rest on', async () => {
    // 252 days of load and 60 of mornings before the first, 27 of a beginning after the last.
    const [first, last] = [3 + 251 + 59, 1 - 27];
    for (const daysAgo of [first + 1, first, last, last - 1]) await db.checks.put(aCheck({ daysAgo }));
    const { measured } = await read();
    expect(listDays(measured)).toEqual([ago(first), ago(last)]);
  });

  it('of an import are the user’s own', async () => {
    await importHistory(db, { id: 'i', source: 'typed', atMs: 0 }, [{ day: ago(2), rmssdMs: 50, hrBpm: 40 }]);
    expect((await read()).imported).toMatchObject([{ day: ago(2), hrBpm: 40, lnRmssd: Math.log(50) }]);
    expect((await read(3, 1, { world: 'demo' })).imported).toEqual([]);
  });

  it('have the profile of the settings', async () => {
    await setSetting(db, 'profile', { ...BLANK_PROFILE, hrRestBpm: 44 });
    expect((await read()).profile.hrRestBpm).toBe(44);
  });
});

describe('activities', () => {
  it('are those of the margins and a day around them, because a waking day is not that of the calendar, and the last one before', async () => {
    const first = earliestMs(ago(3 + 251 + 60));
    const last = latestMs(ago(1 - 28));
    const at = [first - 2 * HOUR, first - HOUR, first, last - HOUR, last + HOUR];
    await db.activities.bulkPut(at.map((startMs) => aRun(startMs)));
    expect((await read()).activities.map(({ startMs }) => startMs)).toEqual(at.slice(1, 4));
  });

  it('are none of another world, not even the last one before', async () => {
    await db.activities.bulkPut([aRun(toNoon(900), { world: 'demo' }), aRun(toNoon(2), { world: 'demo' })]);
    expect((await read()).activities).toEqual([]);
    expect((await read(3, 1, { world: 'demo' })).activities).toHaveLength(2);
  });

  it('have the time at each heart rate, the one before the margins too', async () => {
    await db.activities.bulkPut([
      aRun(toNoon(900), { source: 'strava', sourceId: 'a' }),
      aRun(toNoon(2), { source: 'strava', sourceId: 'b' }),
    ]);
    const times = [{ bpm: 140, s: 3600 }];
    await db.heartRates.bulkPut(['a', 'b'].map((sourceId) => ({ source: 'strava' as const, sourceId, readAtMs: 0, times })));
    expect((await read()).activities.map(({ heartRateTimes }) => heartRateTimes)).toEqual([times, times]);
  });
});

describe('the first day', () => {
  it('is that of the oldest check, answer, activity or imported morning', async () => {
    expect(await readFirstDay(db, 'own')).toBeNull();
    await db.checks.bulkPut([aCheck({ daysAgo: 5 }), aCheck({ daysAgo: 3 })]);
    expect(await readFirstDay(db, 'own')).toBe(ago(5));
    await put('checkIns', 6);
    await put('checkIns', 4);
    expect(await readFirstDay(db, 'own')).toBe(ago(6));
    await db.activities.bulkPut([aRun(toNoon(7)), aRun(toNoon(2))]);
    expect(await readFirstDay(db, 'own')).toBe(ago(7));
    for (const [source, daysAgo] of [
      ['typed', 8],
      ['hrv4training', 9],
    ] as const) {
      await importHistory(db, { id: source, source, atMs: 0 }, [
        { day: ago(1), rmssdMs: 50, hrBpm: null },
        { day: ago(daysAgo), rmssdMs: 50, hrBpm: null },
      ]);
      expect(await readFirstDay(db, 'own')).toBe(ago(daysAgo));
    }
  });

  it('is of one world', async () => {
    await db.checks.put(aCheck({ daysAgo: 5, world: 'demo' }));
    await db.activities.put(aRun(toNoon(7), { world: 'demo' }));
    await put('checkIns', 6, { world: 'demo' });
    expect(await readFirstDay(db, 'own')).toBeNull();
    expect(await readFirstDay(db, 'demo')).toBe(ago(7));
    await importHistory(db, { id: 'i', source: 'typed', atMs: 0 }, [{ day: ago(9), rmssdMs: 50, hrBpm: null }]);
    expect(await readFirstDay(db, 'demo')).toBe(ago(7));
    expect(await readFirstDay(db, 'own')).toBe(ago(9));
  });
});

describe('whose data is shown', () => {
  const DEMO = {
    checks: () => db.checks.put(aCheck({ world: 'demo' })),
    checkIns: () => put('checkIns', 2, { world: 'demo' }),
    activities: () => db.activities.put(aRun(toNoon(2), { world: 'demo' })),
    planned: () => put('planned', 2, { atMs: toNoon(2), world: 'demo' }),
  };
  const OWN = {
    checks: () => db.checks.put(aCheck()),
    checkIns: () => put('checkIns', 2),
    activities: () => db.activities.put(aRun(toNoon(2))),
    planned: () => put('planned', 2, { atMs: toNoon(2) }),
    histories: () => put('histories', 2),
  };

  it('the user’s own where there is nothing', async () => {
    expect(await chooseWorld(db)).toBe('own');
  });

  it.each(Object.entries(DEMO))('the example where there is any of it: %s', async (_, fill) => {
    await fill();
    expect(await chooseWorld(db)).toBe('demo');
  });

  it.each(Object.entries(OWN))('the user’s own as soon as there is any of it: %s', async (_, fill) => {
    await DEMO.checks();
    await fill();
    expect(await chooseWorld(db)).toBe('own');
  });

  it('no damaged row counts: the example is shown while nothing of the user’s own can be read', async () => {
    await DEMO.checks();
    await put('planned', 2, { atMs: toNoon(9) });
    expect(await chooseWorld(db)).toBe('demo');
  });
});
