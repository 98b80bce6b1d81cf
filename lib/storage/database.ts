import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Day } from '../day';
import type { SessionRecord } from '../gadgets/session/types';
import type { Experiment } from './experiments';
import type { HistoryImport, HistoryRow, HistorySource } from './history-rows';
import type {
  Check,
  JournalEntry,
  KnownDevice,
  OpenRecording,
  StoredActivity,
  StoredCheckIn,
  StoredPlanned,
  StoredProfile,
  World,
} from './types';

/**
 * The one database of the product. Every surface of the extension opens it; content scripts never do. One repository per table writes
 * (checks.ts, journal.ts, devices.ts, settings.ts …); anybody may read.
 */
class ReboundDatabase extends Dexie {
  readonly checks!: EntityTable<Check, 'id'>;
  readonly recordings!: EntityTable<OpenRecording, 'id'>;
  readonly journal!: Table<JournalEntry, number>;
  readonly devices!: EntityTable<KnownDevice, 'id'>;
  readonly settings!: Table<unknown, string>;
  readonly sessions!: EntityTable<SessionRecord, 'id'>;
  readonly profiles!: EntityTable<StoredProfile, 'id'>;
  readonly checkIns!: Table<StoredCheckIn, [World, Day]>;
  readonly activities!: EntityTable<StoredActivity, 'id'>;
  readonly planned!: EntityTable<StoredPlanned, 'id'>;
  readonly histories!: Table<HistoryRow, [HistorySource, Day]>;
  readonly imports!: EntityTable<HistoryImport, 'id'>;
  readonly experiments!: EntityTable<Experiment, 'id'>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({
      checks: 'id, [world+startedAtMs], [world+day]',
      recordings: 'id',
      journal: '++, recordingId',
      devices: 'id',
      settings: '',
    });
    this.version(2).stores({
      sessions: 'id, startedAtMs',
      profiles: 'id',
      checkIns: '[world+day]',
      planned: 'id, [world+day]',
      activities: 'id, [world+startMs], [world+source+sourceId]',
      histories: '[source+day], importId',
      imports: 'id',
      experiments: 'id',
    });
  }
}

export type { ReboundDatabase };

export function openDatabase(name = 'rebound'): ReboundDatabase {
  return new ReboundDatabase(name);
}
