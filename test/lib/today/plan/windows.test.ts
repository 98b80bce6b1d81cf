import { expect, it } from 'vitest';
import { addDays, localZone } from '../../../../lib/core/day';
import { putActivity, putLogEntry, putPlanned } from '../../../../lib/storage';
import { readTodayIn } from '../../../../lib/today/read-today';
import { freshDatabase } from '../../../support/database';
import { aRun } from '../../../support/plans';

/** How far a plan looks back and ahead: the edge is included, anything beyond is not. */

const DAY = '2026-05-04';
/** Noon of that day in any zone. */
const NOW = new Date(2026, 4, 4, 12).getTime();
const MIN_MS = 60_000;
const DAY_MS = 86_400_000;

const readIt = async (db: ReturnType<typeof freshDatabase>) => readTodayIn(db, 'own', NOW);

it('reads the training of the last nine days', async () => {
  const db = freshDatabase();
  for (const startMs of [NOW - 9 * DAY_MS, NOW - 9 * DAY_MS + MIN_MS]) await putActivity(db, aRun(startMs));
  expect((await readIt(db)).situation.activities.map(({ startMs }) => startMs)).toEqual([NOW - 9 * DAY_MS + MIN_MS]);
});

it('reads what was done of a plan on the nine days before', async () => {
  const db = freshDatabase();
  for (const back of [10, 9, 0]) {
    const startMs = NOW - back * DAY_MS;
    const entry = { world: 'own', day: addDays(DAY, -back), timeZone: localZone(), modality: 'stretching', startMs, minutes: 10 } as const;
    await putLogEntry(db, { ...entry, id: String(back), itemId: String(back), outcome: 'done', reason: null });
  }
  expect((await readIt(db)).log.map(({ id }) => id)).toEqual(['9', '0']);
});

it('reads planned sessions from yesterday to eight days ahead', async () => {
  const db = freshDatabase();
  for (const ahead of [-2, -1, 8, 9]) {
    const session = { world: 'own', sport: 'run', minutes: 60, intensity: 'easy' } as const;
    await putPlanned(db, { ...session, id: String(ahead), day: addDays(DAY, ahead), atMs: NOW + ahead * DAY_MS });
  }
  expect((await readIt(db)).situation.planned.map(({ atMs }) => (atMs - NOW) / DAY_MS)).toEqual([-1, 8]);
});
