import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Check, JournalEntry, KnownDevice, OpenRecording } from './types';

/**
 * The one database of the product. Every surface of the extension opens it; content scripts never do. One repository per table writes
 * (checks.ts, journal.ts, devices.ts, settings.ts); anybody may read.
 */
class ReboundDatabase extends Dexie {
  readonly checks!: EntityTable<Check, 'id'>;
  readonly recordings!: EntityTable<OpenRecording, 'id'>;
  readonly journal!: Table<JournalEntry, number>;
  readonly devices!: EntityTable<KnownDevice, 'id'>;
  readonly settings!: Table<unknown, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({
      checks: 'id, [world+startedAtMs], [world+day]',
      recordings: 'id',
      journal: '++, recordingId',
      devices: 'id',
      settings: '',
    });
  }
}

export type { ReboundDatabase };

export function openDatabase(name = 'rebound'): ReboundDatabase {
  return new ReboundDatabase(name);
}
