import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toDay } from '../../../lib/core/day';
import { putPlanned, type ReboundDatabase } from '../../../lib/storage';
import { buildTimeline } from '../../../lib/today/plan/timeline';
import { readToday } from '../../../lib/today/read-today';
import { freshDatabase } from '../../support/database';

/** A planned session has one day on every screen, whatever zone it is looked at from. */

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => {
  vi.unstubAllEnvs();
  db.close();
});

/** Planned in Berlin for the evening of 4 May. */
const AT_MS = Date.parse('2026-05-04T20:00:00Z');
const HOUR_MS = 3_600_000;

it.each([
  ['Europe/Berlin', -2 * HOUR_MS, '2026-05-04'],
  // In Tokyo it is 5 May already: what is still ahead is today's.
  ['Asia/Tokyo', -2 * HOUR_MS, '2026-05-05'],
  ['Asia/Tokyo', -8 * HOUR_MS, '2026-05-04'],
  ['Pacific/Honolulu', -2 * HOUR_MS, '2026-05-04'],
])('in %s, %d ms from its start, it is of %s for the timeline, the advice and the list', async (timeZone, fromStartMs, day) => {
  vi.stubEnv('TZ', timeZone);
  const session = { sport: 'run', atMs: AT_MS, minutes: 60, intensity: 'hard' } as const;
  await putPlanned(db, { ...session, id: 'run', world: 'own', day: '2026-05-04' });
  const nowMs = AT_MS + fromStartMs;
  const today = await readToday(db, nowMs);
  expect(today.planned.map((one) => one.day)).toEqual([day]);
  const rows = buildTimeline(today).flatMap((one) => one.rows.map((row) => ({ day: one.day, kind: row.kind })));
  expect(rows.filter(({ kind }) => kind === 'anchor').map((row) => row.day)).toEqual([day]);
  expect(today.day).toBe(toDay(nowMs, timeZone));
});
