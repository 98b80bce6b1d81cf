import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Day } from '../core/day';
import { markRevisions } from './digest';
import type { Experiment } from './experiments';
import type { HistoryImport, HistoryRow, HistorySource } from './history-rows';
import { type Morning, mirrorMornings, toMorning } from './mornings';
import type { SessionRecord } from './session-record';
import type {
  ActivitySource,
  Check,
  DigestRow,
  HeartRateTimes,
  JournalEntry,
  KnownDevice,
  LabValue,
  OpenRecording,
  SiteRead,
  StoredActivity,
  StoredCheckIn,
  StoredLogEntry,
  StoredPlan,
  StoredPlanned,
  StoredProfile,
  Weighing,
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
  readonly planLog!: EntityTable<StoredLogEntry, 'id'>;
  readonly plans!: EntityTable<StoredPlan, 'world'>;
  readonly labs!: EntityTable<LabValue, 'id'>;
  readonly weighings!: EntityTable<Weighing, 'id'>;
  readonly siteReads!: EntityTable<SiteRead, 'site'>;
  readonly heartRates!: Table<HeartRateTimes, [ActivitySource, string]>;
  readonly mornings!: Table<Morning, [World, Day, string]>;
  readonly digests!: Table<DigestRow, DigestRow['key']>;

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
    this.version(3).stores({
      planLog: 'id, [world+day], itemId',
      plans: 'world',
      labs: 'id, [name+day]',
      weighings: 'id, [world+day]',
      siteReads: 'site',
      heartRates: '[source+sourceId]',
    });
    this.version(4)
      .stores({
        mornings: '[world+day+id], id',
        digests: 'key',
      })
      .upgrade(async (transaction) => {
        const mornings: Morning[] = [];
        await transaction.table<Check>('checks').each((check) => mornings.push(toMorning(check)));
        await transaction.table('mornings').bulkPut(mornings);
      });
    this.use(mirrorMornings);
    this.use(markRevisions);
  }
}

export type { ReboundDatabase };

export function openDatabase(name = 'rebound'): ReboundDatabase {
  return new ReboundDatabase(name);
}
