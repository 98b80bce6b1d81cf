import type { Packet } from '../recording';
import type { ReboundDatabase } from './database';
import type { Check, JournalEntry, OpenRecording, Sensor } from './types';

/**
 * Owner of `recordings` and `journal`: raw intervals go to disk while they come, so that a killed tab loses only what it had not yet
 * received. A recording ends in exactly one way, `keep` or `discard`, each a single transaction.
 */
export async function openRecording(db: ReboundDatabase, recording: OpenRecording): Promise<void> {
  await db.recordings.add(recording);
}

export async function appendPacket(db: ReboundDatabase, recordingId: string, packet: Packet): Promise<void> {
  await db.journal.add({ recordingId, kind: 'packet', ...packet, rrTicks: Uint16Array.from(packet.rrTicks) });
}

export async function appendLink(db: ReboundDatabase, recordingId: string, kind: 'link-lost' | 'link-back', atMs: number): Promise<void> {
  await db.journal.add({ recordingId, kind, atMs });
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

/** What lies in the journal of one recording, in the order it came. */
export async function readJournal(db: ReboundDatabase, recordingId: string): Promise<JournalEntry[]> {
  return db.journal.where('recordingId').equals(recordingId).toArray();
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
