import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../lib/core/day';
import { type Inputs, RESTING_DAYS, readInputs } from '../../../lib/inputs';
import { type Check, importHistory, type ReboundDatabase, type StoredActivity, setSetting } from '../../../lib/storage';
import { BLANK_PROFILE, LOAD_DAYS, type Profile } from '../../../lib/training';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { aRun } from '../../support/plans';

const NOW = Date.parse(`${TODAY}T20:00:00Z`);
const DAY_MS = 86_400_000;
const PROFILE: Profile = { ...BLANK_PROFILE, birthYear: 1990, sex: 'male', hrMaxBpm: 190 };
let db: ReboundDatabase;

beforeEach(async () => {
  db = freshDatabase();
  await setSetting(db, 'profile', PROFILE);
});
afterEach(() => db.close());

const read = (from: Day = TODAY, to: Day = TODAY, nowMs = NOW): Promise<Inputs> => readInputs(db, { world: 'own', from, to, nowMs });
/** A run at five in the afternoon. */
const ran = (daysAgo: number, changes: Partial<StoredActivity> = {}): StoredActivity =>
  aRun(Date.parse(`${TODAY}T17:00:00Z`) - daysAgo * DAY_MS, { avgHrBpm: 150, rpe: null, ...changes });
/** Banister's formula by hand, for a man, one hour. */
function hourAt(hrBpm: number, restBpm: number): number {
  const trimp = (share: number) => 60 * share * 0.64 * Math.exp(1.92 * share);
  return (100 * trimp((hrBpm - restBpm) / (190 - restBpm))) / trimp(0.85);
}

describe('the resting heart rate', () => {
  it('is the one that was typed, whatever the mornings say', async () => {
    await setSetting(db, 'profile', { ...PROFILE, hrRestBpm: 44 });
    await db.checks.put(aCheck({ hrBpm: 70 }));
    await db.activities.put(ran(0));
    const { restBpm, activities } = await read();
    expect([restBpm, activities[0]?.restBpm]).toEqual([44, 44]);
    expect(activities[0]?.score).toBeCloseTo(hourAt(150, 44), 9);
  });

  it('is otherwise the mean of the mornings of the 60 days up to the day, including both ends', async () => {
    expect(RESTING_DAYS).toBe(60);
    await db.checks.bulkPut([aCheck({ daysAgo: 60, hrBpm: 90 }), aCheck({ daysAgo: 59, hrBpm: 40 }), aCheck({ hrBpm: 50 })]);
    await db.activities.bulkPut([ran(0), ran(1)]);
    const { restBpm, activities } = await read(addDays(TODAY, -1));
    expect(restBpm).toBe(45);
    // The day before: its 60 days begin a day earlier, and do not include today.
    expect(activities.map((one) => one.restBpm)).toEqual([65, 45]);
    expect(activities.map(({ score }) => score)).toEqual([65, 45].map((rest) => expect.closeTo(hourAt(150, rest), 9)));
  });

  it('is unknown without a morning, and 60 bpm is used', async () => {
    await db.activities.put(ran(0));
    const { restBpm, activities } = await read();
    expect([restBpm, activities[0]?.restBpm]).toEqual([null, null]);
    expect(activities[0]?.score).toBeCloseTo(hourAt(150, 60), 9);
  });

  it('uses the measured morning on a day that also has an imported one, and imported ones on other days', async () => {
    await db.checks.put(aCheck({ hrBpm: 50 }));
    await importHistory(db, { id: 'i', source: 'typed', atMs: 0 }, [
      { day: TODAY, rmssdMs: 50, hrBpm: 90 },
      { day: addDays(TODAY, -1), rmssdMs: 50, hrBpm: 40 },
    ]);
    expect((await read()).restBpm).toBe(45);
  });
});

describe('a ruled-out morning', () => {
  const out = (daysAgo: number): Check => ({ ...aCheck({ daysAgo, hrBpm: 95 }), asMorning: false });

  it('is shown and marked, but does not count', async () => {
    await db.checks.bulkPut([out(0), aCheck({ daysAgo: 1 })]);
    const { mornings, shown, standing } = await read(addDays(TODAY, -1));
    expect(mornings.map(({ day }) => day)).toEqual([addDays(TODAY, -1)]);
    expect(shown.map(({ day, ruledOut = false }) => [day, ruledOut])).toEqual([
      [addDays(TODAY, -1), false],
      [TODAY, true],
    ]);
    expect(standing.map((one) => one.out)).toEqual([null, 'said']);
  });

  it('by training before it does not count either, wherever the span begins', async () => {
    const late = aCheck({ hrBpm: 95 });
    await db.checks.put(late);
    await db.activities.put(ran(0, { startMs: late.startedAtMs - 3_600_000 }));
    expect((await read()).restBpm).toBeNull();
    expect((await read(addDays(TODAY, -90))).mornings).toEqual([]);
  });

  it('changes neither the resting heart rate nor a load', async () => {
    const even = Array.from({ length: 30 }, (_, i) => aCheck({ daysAgo: 2 * i, hrBpm: 50 }));
    await db.checks.bulkPut(even);
    await db.activities.bulkPut([ran(0), ran(7)]);
    const before = await read(addDays(TODAY, -30));
    await db.checks.bulkPut(Array.from({ length: 30 }, (_, i) => out(2 * i + 1)));
    const after = await read(addDays(TODAY, -30));
    expect({ ...after, shown: [], standing: [] }).toEqual({ ...before, shown: [], standing: [] });
    expect(after.shown.length).toBeGreaterThan(before.shown.length);
  });
});

describe('the inputs', () => {
  it('come from one world only', async () => {
    await db.checks.put(aCheck({ world: 'demo' }));
    await db.activities.put(ran(0, { world: 'demo' }));
    const { mornings, activities, loads } = await read();
    expect([mornings, activities, loads]).toEqual([[], [], []]);
  });

  it('end now: what begins later does not count yet, and what begins now does', async () => {
    await db.activities.put(ran(0));
    const startMs = Date.parse(`${TODAY}T17:00:00Z`);
    expect((await read(TODAY, TODAY, startMs - 1)).activities).toEqual([]);
    expect((await read(TODAY, TODAY, startMs)).activities).toHaveLength(1);
  });

  it('include the time at each heart rate where a site gave it, and use it for the load', async () => {
    await db.activities.put(ran(0, { source: 'strava', sourceId: '1' }));
    const times = [
      { bpm: 120, s: 1800 },
      { bpm: 180, s: 1800 },
    ];
    await db.heartRates.put({ source: 'strava', sourceId: '1', readAtMs: 0, times });
    const [scored] = (await read()).activities;
    expect(scored?.heartRateTimes).toEqual(times);
    expect(scored?.score).toBeCloseTo((hourAt(120, 60) + hourAt(180, 60)) / 2, 9);
  });

  it('use the age in the year of each activity', async () => {
    await setSetting(db, 'profile', { ...PROFILE, hrMaxBpm: null });
    await db.activities.bulkPut([ran(0), ran(3650)]);
    const then = await read(addDays(TODAY, -3650), addDays(TODAY, -3650));
    const now = await read();
    // 208 − 0.7 · age: ten years are seven beats.
    expect(then.activities[0]?.score).toBeLessThan(now.activities[0]?.score ?? 0);
    expect((await read(addDays(TODAY, -3650))).activities.map(({ score }) => score)).toEqual(
      [...then.activities, ...now.activities].map(({ score }) => score),
    );
  });
});

describe('fitness', () => {
  const ctl = async (day: Day = TODAY) => (await read(day, day)).loads[0]?.ctl;

  const hours = (daysAgo: number, count: number) => ran(daysAgo, { rpe: 7, avgHrBpm: null, movingTimeS: 3600 * count });

  it('ignores what was done 252 days ago, which is not a beginning either', async () => {
    expect(LOAD_DAYS).toBe(252);
    await db.activities.bulkPut([hours(252, 10), hours(0, 1)]);
    expect(await ctl()).toBeCloseTo(100 / 42 / (1 - (41 / 42) ** 252), 9);
  });

  it('begins again after a longer pause: the days before count as the first days', async () => {
    await db.activities.bulkPut([hours(253, 10), hours(0, 1)]);
    expect(await ctl()).toBeCloseTo(100 / 7 + (100 - 100 / 7) / 42, 9);
  });

  it('of the first days is based on the first 28, even if the span ends before', async () => {
    for (let daysAgo = 0; daysAgo < 40; daysAgo++) await db.activities.put(hours(daysAgo, daysAgo < 12 ? 10 : 1));
    // 28 days of 100 a day, from 39 days ago to 12 days ago.
    expect(await ctl(addDays(TODAY, -39))).toBeCloseTo(100, 9);
  });
});
