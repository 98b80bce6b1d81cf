import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerCheckIn, BLANK_CHECK_IN, checkInsBetween, getCheckIn, type ReboundDatabase } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

let db: ReboundDatabase;
beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(() => db.close());

const MORNING = { world: 'own', day: '2026-05-04', timeZone: 'Europe/Berlin' } as const;

it('an answer leaves the others unchanged, even when two come at once', async () => {
  await Promise.all([answerCheckIn(db, MORNING, { energy: 4 }, 1), answerCheckIn(db, MORNING, { mood: 2 }, 2)]);
  expect(await getCheckIn(db, 'own', MORNING.day)).toEqual({ ...BLANK_CHECK_IN, ...MORNING, energy: 4, mood: 2, atMs: 2 });
});

it('separates days and worlds, and reads in order', async () => {
  for (const day of ['2026-05-05', '2026-05-03', '2026-05-04']) await answerCheckIn(db, { ...MORNING, day }, { energy: 3 }, 1);
  await answerCheckIn(db, { ...MORNING, world: 'demo' }, { energy: 1 }, 1);
  expect((await checkInsBetween(db, 'own', '2026-05-03', '2026-05-04')).map(({ day }) => day)).toEqual(['2026-05-03', '2026-05-04']);
  expect(await getCheckIn(db, 'demo', '2026-05-03')).toBeNull();
});
