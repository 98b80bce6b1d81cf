import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { readInputs } from '../../../lib/inputs';
import {
  answerCheckIn,
  deleteCheck,
  importHistory,
  putActivity,
  type ReboundDatabase,
  restoreCheck,
  type StoredActivity,
} from '../../../lib/storage';
import { readTrends } from '../../../lib/views/trends';
import { readAssociations } from '../../../lib/views/trends-answers';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { START_MS } from '../../support/packets';

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

const NOW = START_MS + 6 * 3_600_000;
const rmssds = async () =>
  (await readInputs(db, { world: 'own', from: addDays(TODAY, -400), to: TODAY, nowMs: NOW })).mornings.map(({ day, lnRmssd }) => [
    day,
    Math.round(Math.exp(lnRmssd)),
  ]);
const run = (daysAgo: number, minutes: number): StoredActivity => ({
  id: `run ${daysAgo}`,
  world: 'own',
  source: 'typed',
  sourceId: null,
  timeZone: 'UTC',
  day: addDays(TODAY, -daysAgo),
  title: null,
  maxHrBpm: null,
  distanceM: null,
  edited: [],
  sport: 'run',
  startMs: START_MS - daysAgo * 86_400_000 + 3_600_000,
  movingTimeS: 60 * minutes,
  avgHrBpm: null,
  rpe: 7,
  kind: null,
  regions: [],
});

describe('mornings', () => {
  it('are the first readable check of each day, in order, and follow deletion and undo', async () => {
    const first = aCheck({ daysAgo: 1, rmssdMs: 40 });
    await db.checks.bulkPut([
      aCheck({ daysAgo: 0, rmssdMs: 50 }),
      aCheck({ daysAgo: 1, minutes: 30, rmssdMs: 45 }),
      first,
      aCheck({ daysAgo: 2, rmssdMs: 70, rating: 'poor' }),
      aCheck({ daysAgo: 3, rmssdMs: 60, world: 'demo' }),
    ]);
    const both = [
      [addDays(TODAY, -1), 40],
      [TODAY, 50],
    ];
    expect(await rmssds()).toEqual(both);
    const deleted = await deleteCheck(db, first.id);
    expect(await rmssds()).toEqual([
      [addDays(TODAY, -1), 45],
      [TODAY, 50],
    ]);
    if (deleted !== null) await restoreCheck(db, deleted);
    expect(await rmssds()).toEqual(both);
  });

  it('are the same whether few or many are new, over years', async () => {
    const all = Array.from({ length: 390 }, (_, daysAgo) => aCheck({ daysAgo, rmssdMs: 40 + (daysAgo % 20) }));
    await db.checks.bulkPut(all.slice(3));
    expect((await rmssds()).length).toBe(387);
    await db.checks.bulkPut(all.slice(0, 3));
    const now = await rmssds();
    expect(now.map(([, ms]) => ms)).toEqual([...all].reverse().map((_, i) => 40 + ((389 - i) % 20)));
  });

  it('include an imported history where nothing was measured; measured ones take precedence', async () => {
    await db.checks.put(aCheck({ rmssdMs: 50 }));
    await importHistory(db, { id: 'i', source: 'typed', atMs: 1 }, [
      { day: addDays(TODAY, -1), rmssdMs: 61, hrBpm: null },
      { day: TODAY, rmssdMs: 62, hrBpm: 48 },
    ]);
    const { heart, days } = await readTrends(db, 30, TODAY, NOW);
    expect(days.at(-1)).toBe(TODAY);
    expect(heart.ln.slice(-2).map((ln) => Math.round(Math.exp(ln ?? 0)))).toEqual([61, 50]);
  });
});

describe('a morning that was ruled out', () => {
  it('is shown on its day, and affects neither mean nor range', async () => {
    await db.checks.bulkPut(Array.from({ length: 20 }, (_, i) => aCheck({ daysAgo: i + 1, rmssdMs: 50 + (i % 3) })));
    const before = (await readTrends(db, 30, TODAY, NOW)).heart;
    await db.checks.put({ ...aCheck({ rmssdMs: 20, hrBpm: 95 }), asMorning: false });
    const { heart } = await readTrends(db, 30, TODAY, NOW);
    expect(Math.exp(heart.ln.at(-1) ?? 0)).toBeCloseTo(20, 9);
    expect({ ...heart, ln: [], hr: [] }).toEqual({ ...before, ln: [], hr: [] });
  });

  it('is not used in comparisons', async () => {
    await db.checks.bulkPut(Array.from({ length: 60 }, (_, i) => aCheck({ daysAgo: i, rmssdMs: 50 + (i % 3) })));
    for (let i = 0; i < 40; i += 4) {
      await answerCheckIn(db, { world: 'own', day: addDays(TODAY, -i), timeZone: 'UTC' }, { tags: ['alcohol'] }, 1);
    }
    const before = await readAssociations(db, 'own', TODAY, NOW);
    expect(before.length).toBeGreaterThan(0);
    await db.checks.bulkPut(Array.from({ length: 60 }, (_, i) => ({ ...aCheck({ daysAgo: i + 61, rmssdMs: 5 }), asMorning: false })));
    expect(await readAssociations(db, 'own', TODAY, NOW)).toEqual(before);
  });
});

describe('the trends', () => {
  it('of an empty database are empty, and say so', async () => {
    const trends = await readTrends(db, null, TODAY, NOW);
    expect(trends).toMatchObject({ first: null, world: 'own', days: [TODAY] });
  });

  it('show the demo only without own data', async () => {
    await db.checks.put(aCheck({ world: 'demo' }));
    expect((await readTrends(db, 30, TODAY, NOW)).world).toBe('demo');
    await answerCheckIn(db, { world: 'own', day: TODAY, timeZone: 'UTC' }, { energy: 3 }, 1);
    expect((await readTrends(db, 30, TODAY, NOW)).world).toBe('own');
  });

  it('start with the first entry when all is shown; an hour of effort 7 is a load of 100', async () => {
    await putActivity(db, run(40, 60));
    await db.checks.put(aCheck({ daysAgo: 3 }));
    const { days, load, marks, first } = await readTrends(db, null, TODAY, NOW);
    expect([first, days.length]).toEqual([addDays(TODAY, -40), 41]);
    expect(load.score[0]).toBeCloseTo(100, 9);
    expect(load.score.slice(1).every((score) => score === 0)).toBe(true);
    expect(marks.get(0)?.trained).toHaveLength(1);
    expect([...marks.keys()]).toEqual([0]);
  });

  it('have a fitness that does not depend on the first shown day', async () => {
    for (let daysAgo = 0; daysAgo < 600; daysAgo += 2) await putActivity(db, run(daysAgo, 30 + (daysAgo % 50)));
    const ctl = async (shown: number | null) => (await readTrends(db, shown, TODAY, NOW)).load.ctl.at(-1) ?? Number.NaN;
    expect(await ctl(30)).toBeCloseTo(await ctl(null), 9);
  });
});

it('finds the effect of alcohol on the morning on which it is ticked, because a tag is about the day before', async () => {
  const at = (daysAgo: number) => ({ world: 'own', day: addDays(TODAY, -daysAgo), timeZone: 'UTC' }) as const;
  for (let daysAgo = 0; daysAgo < 120; daysAgo++) {
    const drunk = daysAgo % 3 === 1;
    await db.checks.put(aCheck({ daysAgo, rmssdMs: (drunk ? 40 : 50) * Math.exp(0.02 * Math.sin(daysAgo * 12.9)) }));
    await answerCheckIn(db, at(daysAgo), { tags: drunk ? ['Alcohol'] : [] }, 1);
  }
  const found = (await readAssociations(db, 'own', TODAY, NOW)).find(
    ({ name, outcome }) => name === 'tag:alcohol' && outcome === 'lnRmssd',
  );
  if (found?.known !== true) throw new Error('nothing was found');
  expect(found.told).toBe(true);
  expect(found.low).toBeLessThan(Math.log(40 / 50));
  expect(found.high).toBeGreaterThan(Math.log(40 / 50));
});
