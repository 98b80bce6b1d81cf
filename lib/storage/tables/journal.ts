import type { Table } from 'dexie';
import * as v from 'valibot';
import type { Packet } from '../../recording';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `journal`: stores raw intervals as they arrive, so that a killed tab loses none that it had received. */

export type JournalEntry = { readonly recordingId: string } & (
  | {
      readonly kind: 'packet';
      readonly atMs: number;
      readonly hrBpm: number;
      readonly contact: 'detected' | 'not-detected' | 'unsupported';
      readonly rrTicks: Uint16Array;
      readonly errorMs?: readonly number[];
    }
  | { readonly kind: 'link-lost' | 'link-back'; readonly atMs: number }
);

declare module '../table' {
  interface Tables {
    journal: Table<JournalEntry, number>;
  }
}

export default defineTable<JournalEntry>({
  name: 'journal',
  stores: { 1: '++, recordingId' },
  todayRestsOn: false,
  row: v.variant('kind', [
    v.object({
      recordingId: f.id,
      kind: v.literal('packet'),
      atMs: f.instantMs,
      hrBpm: f.figure,
      contact: v.picklist(['detected', 'not-detected', 'unsupported']),
      rrTicks: f.uint16Array,
      errorMs: v.exactOptional(v.array(f.figure)),
    }),
    v.object({ recordingId: f.id, kind: v.picklist(['link-lost', 'link-back']), atMs: f.instantMs }),
  ]),
});

export async function appendPacket(db: ReboundDatabase, recordingId: string, packet: Packet): Promise<void> {
  await db.journal.add({ recordingId, kind: 'packet', ...packet, rrTicks: Uint16Array.from(packet.rrTicks) });
}

export async function appendLink(db: ReboundDatabase, recordingId: string, kind: 'link-lost' | 'link-back', atMs: number): Promise<void> {
  await db.journal.add({ recordingId, kind, atMs });
}

/** The journal of one recording, in order of arrival. */
export async function readJournal(db: ReboundDatabase, recordingId: string): Promise<JournalEntry[]> {
  return db.journal.where('recordingId').equals(recordingId).toArray();
}
