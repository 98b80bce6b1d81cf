import type { Table } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import { FORMAT_IDS, type FormatId } from '../../exchange/ids';
import type { DayCheck } from '../../readiness';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `histories`: mornings measured elsewhere, one row per day and source. Written by imports.ts. */

/**
 * Where a history came from: each source is a sensor class of its own. Typed rows come first; if a day has several, the last one counts.
 */
export const HISTORY_SOURCES: readonly FormatId[] = ['typed', ...FORMAT_IDS.filter((id) => id !== 'typed')];
export type HistorySource = FormatId;

export interface HistoryRow {
  readonly source: HistorySource;
  readonly day: Day;
  readonly rmssdMs: number;
  readonly hrBpm: number | null;
  readonly importId: string;
}

/** One morning of a history. RMSSD in ms. */
export type HistoryMorning = Pick<HistoryRow, 'day' | 'rmssdMs' | 'hrBpm'>;

declare module '../table' {
  interface Tables {
    histories: Table<HistoryRow, [HistorySource, Day]>;
  }
}

/** Schema of a row, also of the rows that an import keeps for undo. */
export const historyRow = v.object({
  source: v.picklist(HISTORY_SOURCES),
  day: f.day,
  rmssdMs: v.pipe(f.figure, v.gtValue(0)),
  hrBpm: v.nullable(f.within(0, 1000)),
  importId: v.string(),
});

export default defineTable<HistoryRow>({
  name: 'histories',
  stores: { 2: '[source+day], importId' },
  todayRestsOn: true,
  naturalKey: true,
  row: historyRow,
});

/** The rows of the days `from` to `to`, both included, of all sources, by day. */
export async function historyBetween(db: ReboundDatabase, from: Day, to: Day): Promise<HistoryRow[]> {
  const all = await Promise.all(
    HISTORY_SOURCES.map((source) => db.histories.where('[source+day]').between([source, from], [source, to], true, true).toArray()),
  );
  return all.flat().sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The days among these that this source already has. */
export async function knownDays(db: ReboundDatabase, source: HistorySource, days: readonly Day[]): Promise<Map<Day, HistoryRow>> {
  const rows = await db.histories.bulkGet(days.map((day): [HistorySource, Day] => [source, day]));
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.day, row] as const])));
}

/** Converts a morning of a history for readiness: a sensor class of its own, posture and breathing unknown. */
export function historyCheck({ source, day, rmssdMs, hrBpm }: HistoryRow): DayCheck {
  return { day, lnRmssd: Math.log(rmssdMs), hrBpm, series: { sensor: source, strap: null, posture: null, breathing: null } };
}
