import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';
import { HISTORY_SOURCES, type HistoryMorning, type HistoryRow, type HistorySource, historyRow, knownDays } from './histories';

/** Owner of `imports`. The import of a history can be undone in one step: it keeps the rows that it replaced. */

export interface HistoryImport {
  readonly id: string;
  readonly source: HistorySource;
  readonly atMs: number;
  /** The rows of this import, as they were imported. */
  readonly rows: number;
  readonly from: Day;
  readonly to: Day;
  /** The rows of these days before the import. */
  readonly replaced: readonly HistoryRow[];
}

declare module '../table' {
  interface Tables {
    imports: EntityTable<HistoryImport, 'id'>;
  }
}

export default defineTable<HistoryImport>({
  name: 'imports',
  stores: { 2: 'id' },
  todayRestsOn: false,
  row: v.object({
    id: f.id,
    source: v.picklist(HISTORY_SOURCES),
    atMs: f.instantMs,
    rows: f.count,
    from: f.day,
    to: f.day,
    replaced: v.array(historyRow),
  }),
});

/**
 * Imports a history, one row per day (the last of several). Replaces what the same source said about these days. Null if there are no rows.
 */
export function importHistory(
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
 * Undoes an import: deletes its rows and restores the ones that it replaced. A row that a later import replaced stays as the later import
 * has it; undoing that one then restores what was there before both.
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
