import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerCheckIn, type ReboundDatabase } from '../../../lib/storage';
import { readDay } from '../../../lib/today/today';
import { freshDatabase } from '../../support/database';

/** Tags and time zones reach the verdict from the real storage. */

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => {
  vi.unstubAllEnvs();
  db.close();
});

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const answer = (day: string, timeZone: string, tags: readonly string[] = []) =>
  answerCheckIn(db, { world: 'own', day, timeZone }, { energy: 3, tags }, noon(day));
const notes = async (day: string) => (await readDay(db, 'own', day, noon(day))).readiness.notes;

it.each([
  ['seven hours east', 'Asia/Shanghai', 7],
  ['six hours west', 'America/New_York', -6],
])('who flew %s the day before is told so, from the zones of the answers', async (_, to, hoursEast) => {
  vi.stubEnv('TZ', to);
  await answer('2026-01-10', 'Europe/Berlin');
  await answer('2026-01-11', 'Europe/Berlin');
  await answer('2026-01-12', to);
  expect(await notes('2026-01-13')).toEqual([{ code: 'travelled', daysSince: 1, hoursEast }]);
  expect(await notes('2026-01-20')).toEqual([]);
});

it('who has just landed is told so by the zone of the machine', async () => {
  await answer('2026-01-11', 'Europe/Berlin');
  vi.stubEnv('TZ', 'Asia/Tokyo');
  expect(await notes('2026-01-12')).toEqual([{ code: 'travelled', daysSince: 0, hoursEast: 8 }]);
});

it('a change of the clocks, or a neighbouring zone, is no flight', async () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  await answer('2026-03-28', 'Europe/Lisbon');
  await answer('2026-03-29', 'Europe/Berlin');
  expect(await notes('2026-03-30')).toEqual([]);
});

it.each(['altitude', 'travel'] as const)('the tag "%s" of a morning is known on it', async (tag) => {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  await answer('2026-01-12', timeZone, [tag]);
  expect((await notes('2026-01-12')).map(({ code }) => code)).toEqual([tag === 'travel' ? 'travelled' : tag]);
});
