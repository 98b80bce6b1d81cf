import type { Day } from '../core/day';
import { FORMAT_IDS, type FormatId } from '../exchange/ids';
import type { DayCheck } from '../readiness';
import type { ReboundDatabase } from './database';

/**
 * Owner of `histories` and `imports`: mornings that were measured elsewhere, a row a day and source. An import is one step that can be
 * taken back: it keeps the rows that it replaced.
 */

/** Where a history came from: each a class of sensor of its own. */
export const HISTORY_SOURCES = FORMAT_IDS;
export type HistorySource = FormatId;

export interface HistoryRow {
  readonly source: HistorySource;
  readonly day: Day;
  readonly rmssdMs: number;
  readonly hrBpm: number | null;
  readonly importId: string;
}

export interface HistoryImport {
  readonly id: string;
  readonly source: HistorySource;
  readonly atMs: number;
  /** Rows of this import, as it was taken in. */
  readonly rows: number;
  readonly from: Day;
  readonly to: Day;
  /** What stood on these days before. */
  readonly replaced: readonly HistoryRow[];
}

/** A morning of a history. RMSSD in ms. */
export type HistoryMorning = Pick<HistoryRow, 'day' | 'rmssdMs' | 'hrBpm'>;

/** The rows of the days `from` to `to`, both included, of all sources, in order of days. */
export async function historyBetween(db: ReboundDatabase, from: Day, to: Day): Promise<HistoryRow[]> {
  const all = await Promise.all(
    HISTORY_SOURCES.map((source) => db.histories.where('[source+day]').between([source, from], [source, to], true, true).toArray()),
  );
  return all.flat().sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Of these days, those that this source has already. */
export async function knownDays(db: ReboundDatabase, source: HistorySource, days: readonly Day[]): Promise<Map<Day, HistoryRow>> {
  const rows = await db.histories.bulkGet(days.map((day): [HistorySource, Day] => [source, day]));
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.day, row] as const])));
}

/** Takes a history in, one row a day (of doubles the last), in the place of what its source said of these days. Null without any row. */
export function takeInHistory(
  db: ReboundDatabase,
  of: Pick<HistoryImport, 'id' | 'source' | 'atMs'>,
  mornings: readonly HistoryMorning[],
): Promise<HistoryImport | null> {
  return db.transaction('rw', db.histories, db.imports, async () => {
    const days = new Map(mornings.map(({ day, rmssdMs, hrBpm }) => [day, { day, rmssdMs, hrBpm, source: of.source, importId: of.id }]));
    const sorted = [...days.keys()].sort();
    const [from, to] = [sorted[0], sorted.at(-1)];
    if (from === undefined || to === undefined) return null;
    const replaced = [...(await knownDays(db, of.source, sorted)).values()];
    const entry = { ...of, rows: sorted.length, from, to, replaced };
    await db.histories.bulkPut([...days.values()]);
    await db.imports.add(entry);
    return entry;
  });
}

/**
 * Takes an import back: its rows go, and those that it had replaced stand again. A row that a later import has replaced in its turn stays as
 * the later one says; that one then falls back on what stood before both.
 */
export function undoImport(db: ReboundDatabase, id: string): Promise<void> {
  return db.transaction('rw', db.histories, db.imports, async () => {
    const entry = await db.imports.get(id);
    if (entry === undefined) return;
    const before = new Map(entry.replaced.map((row) => [row.day, row]));
    const own = await db.histories.where('importId').equals(id).toArray();
    await db.histories.bulkDelete(own.map(({ source, day }): [HistorySource, Day] => [source, day]));
    await db.histories.bulkPut(own.flatMap(({ day }) => before.get(day) ?? []));
    await db.imports.delete(id);
    for (const later of await db.imports.filter(({ replaced }) => replaced.some(({ importId }) => importId === id)).toArray()) {
      const replaced = later.replaced.flatMap((row) => (row.importId === id ? (before.get(row.day) ?? []) : [row]));
      await db.imports.put({ ...later, replaced });
    }
  });
}

/** The imports, newest first. */
export async function historyImports(db: ReboundDatabase): Promise<HistoryImport[]> {
  return (await db.imports.toArray()).sort((a, b) => b.atMs - a.atMs);
}

/** A morning of a history as readiness takes it: of a class of its own, posture and breathing not known. */
export function historyCheck({ source, day, rmssdMs, hrBpm }: HistoryRow): DayCheck {
  return { day, lnRmssd: Math.log(rmssdMs), hrBpm, series: { sensor: source, strap: null, posture: null, breathing: null } };
}
