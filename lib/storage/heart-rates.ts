import type { ReboundDatabase } from './database';
import type { HeartRateTimes, StoredActivity } from './types';

/** Owner of `heartRates`: how long an activity's heart stood at which rate, asked of its site once and kept. */

type Key = Pick<HeartRateTimes, 'source' | 'sourceId'>;

export async function putHeartRateTimes(db: ReboundDatabase, row: HeartRateTimes): Promise<void> {
  await db.heartRates.put(row);
}

export async function getHeartRateTimes(db: ReboundDatabase, { source, sourceId }: Key): Promise<HeartRateTimes | null> {
  return (await db.heartRates.get([source, sourceId])) ?? null;
}

/** The activities with the time at each heart rate put in where it is known, for scoring. */
export async function withHeartRateTimes<One extends Pick<StoredActivity, 'source' | 'sourceId'>>(
  db: ReboundDatabase,
  activities: readonly One[],
): Promise<(One & Pick<StoredActivity, 'heartRateTimes'>)[]> {
  const keys = activities.flatMap(({ source, sourceId }) => (sourceId === null ? [] : [[source, sourceId] as [typeof source, string]]));
  const stored = keys.length === 0 ? 0 : await db.heartRates.count();
  if (stored === 0) return [...activities];
  // Thousands of keys are looked up one by one, and most have no row.
  const read = stored < keys.length ? await db.heartRates.toArray() : await db.heartRates.bulkGet(keys);
  const rows = read.flatMap((row) => (row === undefined || row.times.length === 0 ? [] : [row]));
  const known = new Map(rows.map(({ source, sourceId, times }) => [`${source} ${sourceId}`, times]));
  return activities.map((one) => {
    const times = known.get(`${one.source} ${one.sourceId}`);
    return times === undefined ? one : { ...one, heartRateTimes: times };
  });
}
