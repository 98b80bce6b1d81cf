import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { setSetting } from '../../../lib/storage';
import { readToday } from '../../../lib/today/read-today';
import { readCoachWeek } from '../../../lib/views/coach-week';
import { readTrends } from '../../../lib/views/trends';
import { readAssociations } from '../../../lib/views/trends-answers';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { speakEnglish } from '../../support/english';
import { aRun } from '../../support/plans';
import { aRow, putRaw } from '../../support/rows';
import { inCardWords, readCards } from './surfaces';

const NOW_MS = Date.parse(`${TODAY}T12:00:00Z`);
const DAY_MS = 86_400_000;

beforeEach(() => speakEnglish('en-GB'));
afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['an old activity', 'activities', aRun(NOW_MS - 100 * DAY_MS), 'own'],
  ['a later activity', 'activities', aRun(NOW_MS + 7_200_000), 'own'],
  ['an old import', 'histories', { ...aRow('histories', 100) }, 'own'],
  ['a planned session', 'planned', { ...aRow('planned', 50), world: 'own' }, 'own'],
  ['a damaged check', 'checks', { ...aCheck(), posture: 'floating' }, 'demo'],
  ['nothing', null, null, 'demo'],
] as const)('with %s of the user next to an example, Today and Trends show the same world', async (_name, table, row, world) => {
  const db = freshDatabase();
  await db.checks.put(aCheck({ world: 'demo' }));
  if (table !== null) await putRaw(db, table, row);
  expect([(await readToday(db, NOW_MS)).world, (await readTrends(db, 30, TODAY, NOW_MS)).world]).toEqual([world, world]);
  db.close();
});

it('a damaged row does not hide the readable one after it', async () => {
  const db = freshDatabase();
  await db.checks.put(aCheck({ world: 'demo' }));
  await putRaw(db, 'checks', { ...aCheck({ daysAgo: 20 }), posture: 'floating' });
  await db.checks.put(aCheck({ daysAgo: 10 }));
  expect((await readToday(db, NOW_MS)).world).toBe('own');
  db.close();
});

it('what was done in a zone a day ahead counts for today on every screen', async () => {
  vi.stubEnv('TZ', 'Pacific/Honolulu');
  const nowMs = Date.parse('2026-05-04T22:00:00Z');
  const db = freshDatabase();
  await setSetting(db, 'profile', { birthYear: 1990, sex: 'male', massKg: 70, hrMaxBpm: 190, hrRestBpm: null, lthrBpm: null });
  // The resting heart rate of May 4 uses the morning 59 days before; that of May 5 does not.
  await db.checks.bulkPut([aCheck({ daysAgo: 59, hrBpm: 85 }), aCheck({ hrBpm: 45 })]);
  const sites = { source: 'strava', sourceId: '9', timeZone: 'Pacific/Auckland', day: '2026-05-05', avgHrBpm: 150, rpe: null } as const;
  await db.activities.put(aRun(nowMs - 3 * 3_600_000, sites));
  const today = await readToday(db, nowMs);
  const trends = await readTrends(db, 30, today.day, nowMs);
  const coach = await readCoachWeek(db, 'own', today.day, today.day, nowMs);
  expect(today.day).toBe('2026-05-04');
  expect(today.judged.activities).toHaveLength(1);
  expect(today.situation.activities).toHaveLength(1);
  expect([...trends.marks.values()].flatMap(({ trained }) => trained)).toHaveLength(1);
  expect(coach.days.flatMap(({ trained }) => trained)).toHaveLength(1);
  const shown = [...(await readCards(db, nowMs)).values()];
  expect(shown).toEqual(today.judged.activities.map(({ score }) => inCardWords(score)));
  db.close();
});

it('an item ticked off without a session is marked on Trends and in the coach’s week; a session with its entry counts once', async () => {
  const db = freshDatabase();
  const entry = { ...aRow('planLog', 0), world: 'own', day: TODAY, outcome: 'done' };
  const { sessionId: _, ...byHand } = { sessionId: null, ...entry };
  await putRaw(db, 'planLog', { ...byHand, id: 'by hand' });
  await putRaw(db, 'sessions', { ...aRow('sessions', 0), demo: false, day: TODAY });
  await putRaw(db, 'planLog', { ...byHand, id: 'of a session', sessionId: 'session-0' });
  await db.checks.put(aCheck());
  const trends = await readTrends(db, 30, TODAY, NOW_MS);
  const coach = await readCoachWeek(db, 'own', TODAY, TODAY, NOW_MS);
  expect([...trends.marks.values()].flatMap(({ sessions }) => sessions)).toHaveLength(2);
  expect(coach.days.flatMap(({ sessions }) => sessions)).toHaveLength(2);
  db.close();
});

it('an item ticked off without a session is compared with the mornings after it', async () => {
  const db = freshDatabase();
  for (let daysAgo = 0; daysAgo < 120; daysAgo++)
    await db.checks.put(aCheck({ daysAgo, rmssdMs: daysAgo % 3 === 0 ? 70 : 45 + (daysAgo % 2) }));
  // The evening before each good morning.
  for (let daysAgo = 1; daysAgo < 120; daysAgo += 3) {
    const { sessionId: _, ...byHand } = { sessionId: null, ...aRow('planLog', daysAgo) };
    const day = addDays(TODAY, -daysAgo);
    await putRaw(db, 'planLog', { ...byHand, id: `entry-${daysAgo}`, world: 'own', day, modality: 'massage-gun', outcome: 'done' });
  }
  const found = await readAssociations(db, 'own', TODAY, NOW_MS);
  expect(found.map(({ name }) => name)).toContain('modality:massage-gun');
  db.close();
});
