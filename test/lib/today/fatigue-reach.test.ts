import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { FATIGUE_BACK_DAYS } from '../../../lib/readiness';
import { answerCheckIn } from '../../../lib/storage';
import { readDay } from '../../../lib/today/today';
import { readTrends } from '../../../lib/views/trends';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';

/**
 * docs/readiness.md: the watch compares the last 14 days with the 60 before, and warns of three signs if there were two a week ago. A week
 * ago the 14 days began 20 days ago, and the 60 before them 80 days ago.
 */
const NIGHT = new Date(2026, 4, 5).getTime();
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/**
 * Two signs of the heart for three weeks, and of mood today alone. A week ago, there were 13 mornings in the 60 days before, one too few to
 * compare with, and the one on the `oldest` day.
 */
async function tiredFor(oldest: number) {
  const db = freshDatabase();
  const low = (daysAgo: number) => daysAgo <= 20;
  const wave = (daysAgo: number) => (daysAgo % 2 === 0 ? 1 : -1);
  await db.checks.bulkAdd(
    [...days(0, 33), oldest].map((daysAgo) =>
      aCheck({ daysAgo, rmssdMs: low(daysAgo) ? 30 : 60 + wave(daysAgo), hrBpm: low(daysAgo) ? 62 : 50 + wave(daysAgo) }),
    ),
  );
  for (const daysAgo of days(0, 33)) {
    const mood = daysAgo <= 13 ? 1 : 4;
    await answerCheckIn(db, { world: 'own', day: addDays(TODAY, -daysAgo), timeZone: 'UTC' }, { mood }, 1);
  }
  return db;
}

describe('the first day that the fatigue watch reads is 80 days ago', () => {
  it('by its periods', () => {
    expect(addDays('2026-05-04', -FATIGUE_BACK_DAYS)).toBe('2026-02-13');
  });

  it.each([
    [80, 'warn'],
    [81, 'watch'],
  ] as const)('a morning %i days ago: %s', async (oldest, level) => {
    const fatigue = { level, signs: ['hrv-falling', 'resting-hr-rising', 'mood-falling'] };
    const db = await tiredFor(oldest);
    expect((await readDay(db, 'own', TODAY, NIGHT)).judged.fatigue).toEqual(fatigue);
    expect((await readTrends(db, 7, TODAY, NIGHT)).fatigue).toEqual(fatigue);
    expect((await readTrends(db, null, TODAY, NIGHT)).fatigue).toEqual(fatigue);
  });
});
