import { type GenericSchema, is } from 'valibot';
import { type Day, toDay } from '../core/day';
import { findRowFaults, findSchema, showDamaged } from './damage';
import { day as daySchema, instantMs as instantSchema } from './fields';
import { getField } from './get-field';
import type { ReboundDatabase, TableDefinition } from './table';

/** A damaged row: it does not fit its schema, so nothing reads it. It is kept until the user deletes it. */
export interface DamagedRow {
  readonly table: string;
  readonly key: unknown;
  readonly row: unknown;
  /** The fields that do not fit, as paths such as `summary.beats`; '' for the row itself. */
  readonly faults: readonly string[];
  /** When a new row replaced it, epoch ms, and the id of the copy; null if it is still in its table. */
  readonly replaced: { readonly id: string; readonly atMs: number } | null;
}

/** Number of rows read at a time: some hold thousands of intervals. */
const AT_A_TIME = 500;

/**
 * Every damaged row of every table, by table. Reads the whole database, which takes about a second for ten years of data. Only Settings
 * uses it.
 */
export async function readDamagedRows(db: ReboundDatabase): Promise<DamagedRow[]> {
  const found: DamagedRow[] = [];
  for (const definition of db.definitions) {
    if (definition.derived !== true) found.push(...(await findDamagedRows(db, definition)));
  }
  const replaced = await db.damagedRows.toArray();
  for (const { id, table, key, row, atMs } of replaced) {
    found.push({ table, key, row, faults: findFaults(db, table, key, row), replaced: { id, atMs } });
  }
  return found;
}

/**
 * Deletes a damaged row for good; what can be read of it stays, and goes on saying what is to be asked again. A row that fits by now,
 * because it was written again, is left alone.
 */
export async function deleteDamagedRow(db: ReboundDatabase, { table, key, replaced }: DamagedRow): Promise<void> {
  if (replaced !== null) {
    await db.damagedRows.delete(replaced.id);
    return;
  }
  await db.transaction('rw', db.table(table), async (transaction) => {
    showDamaged(transaction);
    const row: unknown = await db.table(table).get(key as string);
    if (row === undefined || findFaults(db, table, key, row).length === 0) return;
    await db.table(table).delete(key as string);
    const kept = db.definitions.find(({ name }) => name === table)?.salvage?.(row, key);
    const isKeyInside = db.table(table).schema.primKey.keyPath;
    if (kept !== undefined) await db.table(table).put(kept, isKeyInside ? undefined : (key as string));
  });
}

async function findDamagedRows(db: ReboundDatabase, definition: TableDefinition): Promise<DamagedRow[]> {
  const table = db.table<unknown, string>(definition.name);
  return db.transaction('r', table, async (transaction) => {
    showDamaged(transaction);
    const keys = await table.toCollection().primaryKeys();
    const found: DamagedRow[] = [];
    for (let at = 0; at < keys.length; at += AT_A_TIME) {
      const some = keys.slice(at, at + AT_A_TIME);
      const rows = await table.bulkGet(some);
      some.forEach((key, place) => {
        const faults = faultsIn(findSchema(definition, key), rows[place]);
        if (faults.length > 0) found.push({ table: definition.name, key, row: rows[place], faults, replaced: null });
      });
    }
    return found;
  });
}

function findFaults(db: ReboundDatabase, table: string, key: unknown, row: unknown): readonly string[] {
  const definition = db.definitions.find(({ name }) => name === table);
  return definition === undefined ? [] : faultsIn(findSchema(definition, key), row);
}

function faultsIn(schema: GenericSchema | null, row: unknown): readonly string[] {
  return schema === null ? [] : findRowFaults(schema, row);
}

/** Where a row says when it was, best first. */
const INSTANTS = ['startMs', 'startedAtMs', 'atMs', 'readAtMs', 'importedAtMs', 'lastSeenMs', 'lastMs'] as const;

/** The day that a damaged row is about, as far as it can be read; null: it says none. */
export function findRowDay({ key, row }: Pick<DamagedRow, 'key' | 'row'>): Day | null {
  const inKey: readonly unknown[] = Array.isArray(key) ? key : [];
  const said = [getField(row, 'day'), ...inKey].find((one) => is(daySchema, one));
  if (is(daySchema, said)) return said;
  const instant = INSTANTS.map((field) => getField(row, field)).find((one) => is(instantSchema, one));
  return is(instantSchema, instant) ? toDay(instant) : null;
}

/** A damaged row as readable text: JSON, with typed arrays as lists, and numbers that JSON has no form for as words. */
export function toPlainText({ table, key, row }: DamagedRow): string {
  const readable = (_: string, value: unknown) => {
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Uint8Array);
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  };
  return JSON.stringify({ table, key, row }, readable, 2);
}
