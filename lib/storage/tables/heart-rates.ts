import type { Table } from 'dexie';
import * as v from 'valibot';
import type { HeartRateTime } from '../../training';
import { ACTIVITY_SOURCES, type ActivitySource } from '../activity-sources';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';
import type { StoredActivity } from './activities';

/** Owner of `heartRates`: time spent at each heart rate in an activity, fetched from its site once and kept. */

/** Time spent at each heart rate: all that the load needs of a heart-rate stream. */
export interface HeartRateTimes {
  readonly source: ActivitySource;
  readonly sourceId: string;
  readonly readAtMs: number;
  /** Ascending; empty if the source has none, so that it is not fetched again. */
  readonly times: readonly HeartRateTime[];
  /** Upper bounds of the source's zones except the last, bpm, ascending; left out if it has none. */
  readonly zones?: readonly number[];
}

declare module '../table' {
  interface Tables {
    heartRates: Table<HeartRateTimes, [ActivitySource, string]>;
  }
}

export default defineTable<HeartRateTimes>({
  name: 'heartRates',
  stores: { 3: '[source+sourceId]' },
  todayRestsOn: true,
  naturalKey: true,
  row: v.object({
    source: v.picklist(ACTIVITY_SOURCES),
    sourceId: v.string(),
    readAtMs: f.instantMs,
    times: v.array(v.object({ bpm: f.within(0, 1000), s: f.within(0, 1e8) })),
    zones: v.exactOptional(v.array(f.within(0, 1000))),
  }),
});

type Key = Pick<HeartRateTimes, 'source' | 'sourceId'>;

export async function putHeartRateTimes(db: ReboundDatabase, row: HeartRateTimes): Promise<void> {
  await db.heartRates.put(row);
}

export async function getHeartRateTimes(db: ReboundDatabase, { source, sourceId }: Key): Promise<HeartRateTimes | null> {
  return (await db.heartRates.get([source, sourceId])) ?? null;
}

/** Adds the time at each heart rate to the activities for which it is known, for scoring. */
export async function withHeartRateTimes<One extends Pick<StoredActivity, 'source' | 'sourceId'>>(
  db: ReboundDatabase,
  activities: readonly One[],
): Promise<(One & Pick<StoredActivity, 'heartRateTimes'>)[]> {
  const keys = activities.flatMap(({ source, sourceId }) => (sourceId === null ? [] : [[source, sourceId] as [typeof source, string]]));
  const stored = keys.length === 0 ? 0 : await db.heartRates.count();
  if (stored === 0) return [...activities];
  // Looking up thousands of keys one by one would be slow, and most have no row.
  const read = stored < keys.length ? await db.heartRates.toArray() : await db.heartRates.bulkGet(keys);
  const rows = read.flatMap((row) => (row === undefined || row.times.length === 0 ? [] : [row]));
  const known = new Map(rows.map(({ source, sourceId, times }) => [`${source} ${sourceId}`, times]));
  return activities.map((one) => {
    const times = known.get(`${one.source} ${one.sourceId}`);
    return times === undefined ? one : { ...one, heartRateTimes: times };
  });
}
