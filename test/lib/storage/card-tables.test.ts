import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  deleteLogEntry,
  getHeartRateTimes,
  logBetween,
  noteSiteRead,
  putHeartRateTimes,
  putLogEntry,
  type ReboundDatabase,
  type StoredLogEntry,
  siteReads,
  withHeartRateTimes,
} from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

it('keeps a site’s last reading and its last complete one separately', async () => {
  await noteSiteRead(db, 'strava', ['avgHrBpm'], 100);
  expect(await siteReads(db)).toEqual([{ site: 'strava', lastMs: 100, lastFullMs: null, notFound: ['avgHrBpm'] }]);
  await noteSiteRead(db, 'strava', [], 200);
  await noteSiteRead(db, 'strava', ['title'], 300);
  await noteSiteRead(db, 'garmin', [], 50);
  expect(await siteReads(db)).toEqual([
    { site: 'garmin', lastMs: 50, lastFullMs: 50, notFound: [] },
    { site: 'strava', lastMs: 300, lastFullMs: 200, notFound: ['title'] },
  ]);
});

it('stores times at heart rates with their own activity only', async () => {
  const times = [{ bpm: 140, s: 600 }];
  await putHeartRateTimes(db, { source: 'strava', sourceId: '1', readAtMs: 0, times });
  await putHeartRateTimes(db, { source: 'strava', sourceId: '2', readAtMs: 0, times: [] });
  const all = [
    { source: 'strava', sourceId: '1' },
    { source: 'strava', sourceId: '2' },
    { source: 'garmin', sourceId: '1' },
    { source: 'typed', sourceId: null },
  ] as const;
  expect(await withHeartRateTimes(db, all)).toEqual([{ ...all[0], heartRateTimes: times }, all[1], all[2], all[3]]);
  expect(await withHeartRateTimes(db, all.slice(0, 1))).toEqual([{ ...all[0], heartRateTimes: times }]);
  expect((await getHeartRateTimes(db, { source: 'strava', sourceId: '2' }))?.times).toEqual([]);
  expect(await getHeartRateTimes(db, { source: 'strava', sourceId: '3' })).toBeNull();
});

it('finds sessions by their days, ordered by start, and can undo', async () => {
  const entry = (id: string, day: string, startMs: number): StoredLogEntry => ({
    id,
    itemId: null,
    modality: 'foam-rolling',
    startMs,
    minutes: 10,
    outcome: 'done',
    reason: null,
    world: 'own',
    day,
    timeZone: 'UTC',
  });
  for (const one of [entry('b', '2026-05-04', 20), entry('a', '2026-05-03', 10), entry('c', '2026-05-05', 30), entry('d', '2026-05-02', 5)])
    await putLogEntry(db, one);
  const ids = async () => (await logBetween(db, 'own', '2026-05-03', '2026-05-05')).map(({ id }) => id);
  expect(await ids()).toEqual(['a', 'b', 'c']);
  await deleteLogEntry(db, 'b');
  expect(await ids()).toEqual(['a', 'c']);
  expect(await logBetween(db, 'demo', '2026-05-03', '2026-05-05')).toEqual([]);
});
