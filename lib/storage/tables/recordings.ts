import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';
import { type BeatSource, beatSource, type Check, type CheckSetting, checkSettingFields, type Sensor, sensorFields } from './checks';
import type { JournalEntry } from './journal';

/** Owner of `recordings`. A recording ends with either `keepRecording` or `discardRecording`, each in one transaction. */

/** A check in progress. The journal holds its packets until it is kept or discarded. */
export interface OpenRecording extends CheckSetting {
  readonly id: string;
  readonly startedAtMs: number;
  readonly timeZone: string;
  readonly sensor: Sensor | null;
  /** Left out for `heart-rate-service`. */
  readonly source?: BeatSource;
  /** The user left without cancelling: keep it without asking. */
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

/** Stores what the sensor said about itself. */
export async function updateSensor(db: ReboundDatabase, recordingId: string, sensor: Sensor): Promise<void> {
  await db.recordings.update(recordingId, { sensor });
}

/** Replaces the recording and its journal, both or neither. */
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

/** Stores the check and clears its journal, both or neither. Returns false, and leaves the check as it is, if it is already stored. */
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
 * Marks a recording as left, for a page that is closing: hands the write to the browser before it returns. No promise may come in between,
 * because code after one may never run.
 */
export function markLeftNow(db: ReboundDatabase, recording: OpenRecording): void {
  const transaction = db.backendDB().transaction('recordings', 'readwrite');
  transaction.objectStore('recordings').put({ ...recording, left: true });
  transaction.commit();
}
