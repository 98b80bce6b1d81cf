import { describe, expect, it } from 'vitest';
import { countedMornings, firstTraining } from '../../../lib/readiness/mornings';
import { isReadable, putActivity, type ReboundDatabase, sayMorning, toMorning } from '../../../lib/storage';
import { readDay, readDayOfUser } from '../../../lib/today/today';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';

/** The judgement of today, for the user's own data. */
const judgedToday = async (db: ReboundDatabase, nowMs: number) => (await readDayOfUser(db, nowMs)).reading;

/** Noon of that day in any zone. */
const NOON = new Date(2026, 4, 4, 12).getTime();
const NIGHT = new Date(2026, 4, 5).getTime();

async function withChecks(...checks: ReturnType<typeof aCheck>[]) {
  const db = freshDatabase();
  await db.checks.bulkAdd(checks);
  return db;
}

const week = (world: 'own' | 'demo' = 'own', rmssdMs = 50) =>
  Array.from({ length: 10 }, (_, i) => aCheck({ world, daysAgo: i + 1, rmssdMs: rmssdMs + i }));

describe('the checks that count', () => {
  it.each([
    ['good', 180, true],
    ['fair', 180, true],
    ['poor', 180, false],
    ['unusable', 180, false],
    ['good', 60, true],
    ['good', 40, false],
  ] as const)('%s, %i s: %s', (rating, countedS, counts) => {
    expect(isReadable(aCheck({ rating, countedS }))).toBe(counts);
  });

  it('exclude one without a figure', () => {
    expect(isReadable(aCheck({ rmssdMs: null }))).toBe(false);
  });

  it('are the first readable ones of each day, however good later ones are', () => {
    const checks = [
      aCheck({ daysAgo: 1, rmssdMs: 40 }),
      aCheck({ daysAgo: 0, minutes: 0, rating: 'poor', rmssdMs: 10 }),
      aCheck({ daysAgo: 0, minutes: 10, rating: 'fair', rmssdMs: 50, hrBpm: 55 }),
      aCheck({ daysAgo: 0, minutes: 20, rating: 'good', rmssdMs: 90 }),
    ];
    expect(
      countedMornings(checks.map(toMorning), firstTraining([], [])).map(({ check: { day, lnRmssd, hrBpm } }) => [
        day,
        Math.round(Math.exp(lnRmssd)),
        hrBpm,
      ]),
    ).toEqual([
      ['2026-05-03', 40, 60],
      ['2026-05-04', 50, 55],
    ]);
  });
});

describe('today', () => {
  it('has no verdict without a check', async () => {
    expect(await judgedToday(freshDatabase(), NOON)).toMatchObject({
      day: TODAY,
      check: null,
      world: 'own',
      readiness: { rule: 'no-check', days: 0 },
    });
  });

  it('uses the first readable check, although better ones came later', async () => {
    const db = await withChecks(
      aCheck({ id: 'poor', rating: 'poor' }),
      aCheck({ id: 'later', minutes: 60, rmssdMs: 90 }),
      aCheck({ id: 'first', minutes: 10, rmssdMs: 40 }),
    );
    const today = await judgedToday(db, NOON);
    expect([today.check?.id, today.readiness.learned]).toEqual(['first', 1]);
  });

  it('without a readable check says so, and shows the last one', async () => {
    const db = await withChecks(aCheck({ id: 'a', rating: 'poor' }), aCheck({ id: 'b', rating: 'unusable', minutes: 9 }), ...week());
    const today = await judgedToday(db, NOON);
    expect([today.check?.id, today.readiness.rule, today.readiness.verdict]).toEqual(['b', 'unreadable', 'learning']);
  });

  it('does not use yesterday’s check', async () => {
    const today = await judgedToday(await withChecks(...week()), NOON);
    expect([today.check, today.readiness.rule, today.readiness.days]).toEqual([null, 'no-check', 10]);
  });

  it('is judged by the days before', async () => {
    const usual = await judgedToday(await withChecks(...week(), aCheck({ rmssdMs: 55 })), NOON);
    expect(['push', 'normal']).toContain(usual.readiness.verdict);
    const low = await judgedToday(await withChecks(...week(), aCheck({ rmssdMs: 40 })), NOON);
    expect(low.readiness.day?.position).toBe('below');
    expect(low.readiness.day?.band).toEqual(usual.readiness.day?.band);
  });

  it('ignores days with only poor checks for the baseline', async () => {
    const poor = Array.from({ length: 10 }, (_, i) => aCheck({ daysAgo: i + 1, rating: 'poor' }));
    expect((await judgedToday(await withChecks(...poor, aCheck()), NOON)).readiness).toMatchObject({ rule: 'learning', learned: 1 });
  });
});

describe('the demo', () => {
  it('is shown while there is no own check', async () => {
    const today = await judgedToday(await withChecks(aCheck({ id: 'd', world: 'demo' }), ...week('demo')), NOON);
    expect([today.world, today.check?.id, today.readiness.days]).toEqual(['demo', 'd', 11]);
  });

  it('is shown on later days too, as on Trends', async () => {
    expect(await judgedToday(await withChecks(...week('demo')), NOON)).toMatchObject({ world: 'demo', check: null });
  });

  it.each([
    ['today', aCheck({ id: 'own' })],
    ['today, though it cannot be read', aCheck({ id: 'own', rating: 'unusable' })],
    ['some days ago', aCheck({ id: 'own', daysAgo: 5 })],
    ['a year ago', aCheck({ id: 'own', daysAgo: 400 })],
  ])('is not shown after an own check %s', async (_, own) => {
    const today = await judgedToday(await withChecks(own, aCheck({ world: 'demo' }), ...week('demo')), NOON);
    expect([today.world, today.check?.world ?? 'own']).toEqual(['own', 'own']);
  });

  it('never enters the user’s baseline', async () => {
    const own = [...week(), aCheck({ rmssdMs: 50 })];
    const alone = await readDay(await withChecks(...own), 'own', TODAY, NIGHT);
    const beside = await readDay(
      await withChecks(...own, ...week('demo', 200), aCheck({ world: 'demo', rmssdMs: 200 })),
      'own',
      TODAY,
      NIGHT,
    );
    expect(beside).toEqual(alone);
  });

  it('never uses the user’s checks', async () => {
    const db = await withChecks(...week(), aCheck({ world: 'demo' }));
    expect((await readDay(db, 'demo', TODAY, NIGHT)).readiness).toMatchObject({ learned: 1, days: 1 });
  });
});

describe('a check that was not a morning check', () => {
  const run = (startMs: number) => ({
    id: 'run',
    world: 'own' as const,
    source: 'typed' as const,
    sourceId: null,
    timeZone: 'UTC',
    day: TODAY,
    title: null,
    maxHrBpm: null,
    distanceM: null,
    edited: [],
    sport: 'run' as const,
    startMs,
    movingTimeS: 1800,
    avgHrBpm: null,
    rpe: 4,
    kind: null,
    regions: [],
  });

  it('is kept but not used once the user says so, and counts again when the user changes that', async () => {
    const check = aCheck({ rmssdMs: 40 });
    const db = await withChecks(...week(), check);
    expect(await judgedToday(db, NOON)).toMatchObject({ ruledOut: null, readiness: { day: { position: 'below' }, days: 11 } });
    await sayMorning(db, check.id, { asMorning: false });
    expect(await judgedToday(db, NOON)).toMatchObject({
      ruledOut: 'said',
      check: { id: check.id },
      readiness: { rule: 'late', day: null, days: 10 },
    });
    await sayMorning(db, check.id, { asMorning: true });
    expect(await judgedToday(db, NOON)).toMatchObject({ ruledOut: null, readiness: { days: 11 } });
  });

  it('has training before it on the same day; training after it, and a day without a time, do not matter', async () => {
    const check = aCheck({ rmssdMs: 55 });
    const at = async (startMs: number) => {
      const db = await withChecks(...week(), check);
      await putActivity(db, run(startMs));
      return (await judgedToday(db, NOON)).ruledOut;
    };
    expect(await at(check.startedAtMs - 3_600_000)).toBe('trained');
    expect(await at(check.startedAtMs + 3_600_000)).toBeNull();
    expect(await at(Date.parse(`${TODAY}T00:00:00Z`))).toBeNull();
  });

  it('gives way to a later morning check of the day, and does not enter later days', async () => {
    const db = await withChecks(...week(), aCheck({ id: 'first', rmssdMs: 40 }), aCheck({ id: 'second', minutes: 20, rmssdMs: 55 }));
    await sayMorning(db, 'first', { asMorning: false });
    expect(await judgedToday(db, NOON)).toMatchObject({ check: { id: 'second' }, ruledOut: null });
    const past = await withChecks(...week(), aCheck({ id: 'past', daysAgo: 20, rmssdMs: 10 }));
    const before = (await judgedToday(past, NOON)).readiness.days;
    await sayMorning(past, 'past', { asMorning: false });
    expect((await judgedToday(past, NOON)).readiness.days).toBe(before - 1);
  });
});
