import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localZone } from '../../../lib/core/day';
import { findWakingDay, findWakingDayEndMs } from '../../../lib/core/waking-day';
import { answerCheckIn, keepRecording, putActivity, type ReboundDatabase, setSetting } from '../../../lib/storage';
import { readToday, type Today } from '../../../lib/today/read-today';
import { readSnapshot } from '../../../lib/today/write-snapshot';
import { aCheck } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { aRun } from '../../support/plans';

/** The waking day, not midnight, decides what today is, through the real storage. */

const at = (day: number, hour: number, minute = 0) => new Date(2026, 4, day, hour, minute).getTime();
const getDay = (today: Pick<Today, 'day'>) => today.day;

let db: ReboundDatabase;
beforeEach(async () => {
  db = freshDatabase();
  await sleep('06:30', '22:30');
});
afterEach(() => db.close());

async function sleep(wake: string | null, bed: string | null): Promise<void> {
  await setSetting(db, 'wake', wake);
  await setSetting(db, 'bed', bed);
}

describe('who has not slept yet', () => {
  it('still has the verdict, the check and the answers of the day', async () => {
    await keepRecording(db, aCheck({ id: 'morning' }));
    await answerCheckIn(db, { world: 'own', day: '2026-05-04', timeZone: 'UTC' }, { energy: 2 }, at(4, 7));
    const late = await readToday(db, at(5, 0, 30));
    expect(late).toMatchObject({ day: '2026-05-04', check: { id: 'morning' }, checkIn: { energy: 2 } });
    expect(late.readiness.verdict).toBe((await readToday(db, at(4, 22))).readiness.verdict);
    expect(await readToday(db, at(5, 3, 30))).toMatchObject({ day: '2026-05-05', check: null, checkIn: null });
  });

  it('trains on that day: a run after midnight does not rule out the check after the sleep', async () => {
    await putActivity(db, aRun(at(5, 0, 15), { id: 'late', day: '2026-05-05', timeZone: localZone() }));
    await db.checks.add({ ...aCheck({ id: 'next' }), day: '2026-05-05', startedAtMs: at(5, 6, 40) });
    const late = await readToday(db, at(5, 1, 30));
    expect(late.activities.map(({ id, day }) => [id, day])).toEqual([['late', '2026-05-04']]);
    expect(late.judged.load.todayScore).toBeGreaterThan(0);
    const next = await readToday(db, at(5, 7));
    expect(next).toMatchObject({ day: '2026-05-05', check: { id: 'next' }, ruledOut: null });
    expect(next.judged.load.todayScore).toBe(0);
  });

  it('races on the day before: a start at one at night is a race of today', async () => {
    await setSetting(db, 'events', [{ kind: 'race', atMs: at(5, 1) }]);
    expect((await readToday(db, at(4, 20))).events.map(getDay)).toEqual(['2026-05-04']);
  });
});

it('a night nurse keeps her day until she sleeps', async () => {
  await sleep('15:00', '07:00');
  await db.checks.add({ ...aCheck({ id: 'afternoon' }), startedAtMs: at(4, 15, 20) });
  expect(await readToday(db, at(5, 2))).toMatchObject({ day: '2026-05-04', check: { id: 'afternoon' } });
  expect(getDay(await readToday(db, at(5, 15)))).toBe('2026-05-05');
});

it('property: the verdict, the stored snapshot and the time until which they hold agree on the day', async () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30')).map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
  await fc.assert(
    fc.asyncProperty(fc.option(time), time, fc.integer({ min: 0, max: 2 * 1440 }), async (wake, bed, minute) => {
      await sleep(wake, bed);
      const nowMs = at(4, 0) + minute * 60_000;
      const today = await readToday(db, nowMs);
      expect(today.day).toBe(findWakingDay(nowMs, { wake, bed }));
      const endMs = findWakingDayEndMs(nowMs, { wake, bed });
      expect(today.untilMs).toBeLessThanOrEqual(today.dayUntilMs);
      expect(today.dayUntilMs).toBeLessThanOrEqual(endMs);
      await readSnapshot(db, '1', nowMs);
      for (const laterMs of [nowMs, endMs - 1, endMs]) {
        expect(getDay(await readSnapshot(db, '1', laterMs))).toBe(findWakingDay(laterMs, { wake, bed }));
      }
    }),
    { numRuns: 15 },
  );
});
