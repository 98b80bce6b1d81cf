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

type Described = Pick<StoredActivity, 'source' | 'sourceId' | 'otherSources'> & Partial<Pick<StoredActivity, 'edited' | 'heartRateTimes'>>;

/** Under which keys the heart rates of an activity may be stored, its first source first. */
function toKeys({ source, sourceId, otherSources = [] }: Described): Key[] {
  return sourceId === null ? [...otherSources] : [{ source, sourceId }, ...otherSources];
}

/** The stored heart rates of an activity, at whichever of its sources they were read; null if none were. */
export async function findHeartRateTimes(db: ReboundDatabase, activity: Described): Promise<HeartRateTimes | null> {
  const rows = await Promise.all(toKeys(activity).map((key) => getHeartRateTimes(db, key)));
  return rows.find((row) => row !== null && row.times.length > 0) ?? rows.find((row) => row !== null) ?? null;
}

/** Whether the user changed the length or the heart rate by hand: then the source's heart rates no longer describe the activity. */
function contradictsTimes({ edited = [] }: Described): boolean {
  return edited.includes('movingTimeS') || edited.includes('avgHrBpm');
}

/** Adds the time at each heart rate to the activities for which it is known and that it still describes, for scoring. */
export async function withHeartRateTimes<One extends Described>(
  db: ReboundDatabase,
  activities: readonly One[],
): Promise<(One & Pick<StoredActivity, 'heartRateTimes'>)[]> {
  const keys = activities.flatMap(toKeys).map(({ source, sourceId }): [ActivitySource, string] => [source, sourceId]);
  const stored = keys.length === 0 ? 0 : await db.heartRates.count();
  if (stored === 0) return [...activities];
  // Looking up thousands of keys one by one would be slow, and most have no row.
  const read = stored < keys.length ? await db.heartRates.toArray() : await db.heartRates.bulkGet(keys);
  const rows = read.flatMap((row) => (row === undefined || row.times.length === 0 ? [] : [row]));
  const known = new Map(rows.map(({ source, sourceId, times }) => [`${source} ${sourceId}`, times]));
  return activities.map((one) => {
    if (contradictsTimes(one)) return one;
    const times = toKeys(one)
      .map(({ source, sourceId }) => known.get(`${source} ${sourceId}`))
      .find((found) => found !== undefined);
    return times === undefined ? one : { ...one, heartRateTimes: times };
  });
}
