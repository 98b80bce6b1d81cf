import { afterEach, beforeEach, expect, it } from 'vitest';
import { reason } from '../../../lib/i18n/words/verdict-words';
import { answerCheckIn, type ReboundDatabase } from '../../../lib/storage';
import { readToday } from '../../../lib/today/read-today';
import { readSnapshot } from '../../../lib/today/write-snapshot';
import english from '../../../public/_locales/en/messages.json';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';

/** What the question about the cycle day promises: Rebound says so next to a low value. */

const NOON = new Date(2026, 4, 4, 12).getTime();

let db: ReboundDatabase;
beforeEach(async () => {
  db = freshDatabase();
  await db.checks.bulkAdd(Array.from({ length: 30 }, (_, i) => aCheck({ daysAgo: i + 1, rmssdMs: 50 + (i % 5) })));
});
afterEach(() => db.close());

it.each([
  ['low, in the second half', 30, 20, true],
  ['low, on its first day', 30, 15, true],
  ['low, in the first half', 30, 14, false],
  ['usual, in the second half', 52, 20, false],
  ['low, without an answer', 30, null, false],
])('a value that is %s of the cycle: said on every surface, or not', async (_, rmssdMs, cycleDay, said) => {
  await db.checks.add(aCheck({ rmssdMs }));
  await answerCheckIn(db, { world: 'own', day: TODAY, timeZone: 'UTC' }, { cycleDay }, NOON);
  const note = english.noteLutealPhase.message;
  // The app's Today, and what popup, side panel and card show.
  for (const { readiness } of [await readToday(db, NOON), await readSnapshot(db, '1', NOON)]) {
    expect(readiness.day?.position === 'below').toBe(rmssdMs === 30);
    expect(reason(readiness).includes(note)).toBe(said);
  }
});
