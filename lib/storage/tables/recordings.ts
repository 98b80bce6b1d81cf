import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';
import { type BeatSource, beatSource, type Check, type CheckSetting, checkSettingFields, type Sensor, sensorFields } from './checks';
import type { JournalEntry } from './journal';

/** Owner of `recordings`. A recording ends in exactly one way, `keepRecording` or `discardRecording`, each a single transaction. */

/** A check that is being taken. Its packets lie in the journal until it is kept or discarded. */
export interface OpenRecording extends CheckSetting {
  readonly id: string;
  readonly startedAtMs: number;
  readonly timeZone: string;
  readonly sensor: Sensor | null;
  /** Left out: `heart-rate-service`. */
  readonly source?: BeatSource;
  /** The user went away without cancelling: to be kept without asking. */
  readonly left: boolean;
}

declare module '../table' {
  interface Tables {
    recordings: EntityTable<OpenRecording, 'id'>;
  }
}

export default defineTable<OpenRecording>({
  name: 'recordings',
  stores: { 1: 'id' },
  todayRestsOn: false,
  row: v.object({
    ...checkSettingFields,
    id: f.id,
    startedAtMs: f.instantMs,
    timeZone: f.timeZone,
    sensor: v.nullable(v.object(sensorFields)),
    source: v.exactOptional(beatSource),
    left: v.boolean(),
  }),
});

export async function openRecording(db: ReboundDatabase, recording: OpenRecording): Promise<void> {
  await db.recordings.add(recording);
}

/** What the sensor said of itself, once it has said it. */
export async function updateSensor(db: ReboundDatabase, recordingId: string, sensor: Sensor): Promise<void> {
  await db.recordings.update(recordingId, { sensor });
}

/** Puts another account of the same recording in the place of the one so far: all of it, or none. */
export function rewriteRecording(db: ReboundDatabase, recording: OpenRecording, journal: readonly JournalEntry[]): Promise<void> {
  return db.transaction('rw', db.recordings, db.journal, async () => {
    await db.recordings.put(recording);
    await db.journal.where('recordingId').equals(recording.id).delete();
    await db.journal.bulkAdd(journal);
  });
}

export function openRecordings(db: ReboundDatabase): Promise<OpenRecording[]> {
  return db.recordings.toArray();
}

/** Stores the check and clears its journal, both or neither. A check that is stored already is left as it is: false. */
export function keepRecording(db: ReboundDatabase, check: Check): Promise<boolean> {
  return db.transaction('rw', db.checks, db.recordings, db.journal, async () => {
    const fresh = (await db.checks.get(check.id)) === undefined;
    if (fresh) await db.checks.put(check);
    await db.recordings.delete(check.id);
    await db.journal.where('recordingId').equals(check.id).delete();
    return fresh;
  });
}

export function discardRecording(db: ReboundDatabase, recordingId: string): Promise<void> {
  return db.transaction('rw', db.recordings, db.journal, async () => {
    await db.recordings.delete(recordingId);
    await db.journal.where('recordingId').equals(recordingId).delete();
  });
}

/**
 * Marks a recording as left. For the moment a page goes away: the write is handed to the browser before this returns, without a promise in
 * between, because nothing that comes later is sure to run.
 */
export function markLeftNow(db: ReboundDatabase, recording: OpenRecording): void {
  const transaction = db.backendDB().transaction('recordings', 'readwrite');
  transaction.objectStore('recordings').put({ ...recording, left: true });
  transaction.commit();
}
