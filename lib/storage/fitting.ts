import * as v from 'valibot';
import { getField } from './get-field';

/** What can be read of a value that does not fit its schema as a whole. */

/** The entries of a list that fit, in their order, and the others as they are. What is no list counts as its only entry. */
export function readEntries<Item>(
  item: v.GenericSchema<unknown, Item>,
  row: unknown,
): { readonly known: Item[]; readonly unread: readonly unknown[] } {
  if (row === undefined) return { known: [], unread: [] };
  const entries: readonly unknown[] = Array.isArray(row) ? row : [row];
  const fits = (entry: unknown): entry is Item => v.is(item, entry);
  return { known: entries.filter(fits), unread: entries.filter((entry) => !fits(entry)) };
}

/** The fields of a row that fit, and the names of the others. What is no row has no field that fits. A field that is missing is `undefined`. */
export function readFields(
  entries: v.ObjectEntries,
  row: unknown,
): { readonly known: Readonly<Record<string, unknown>>; readonly unread: readonly string[] } {
  const isRow = typeof row === 'object' && row !== null && !Array.isArray(row);
  const fits = ([field, schema]: [string, v.ObjectEntries[string]]) => isRow && v.is(schema, getField(row, field));
  const all = Object.entries(entries);
  return {
    known: Object.fromEntries(all.filter(fits).map(([field]) => [field, getField(row, field)])),
    unread: all.filter((one) => !fits(one)).map(([field]) => field),
  };
}

/** The parts of a schema that this file reads: those that valibot documents. */
interface Described {
  readonly type: string;
  readonly wrapped?: Described;
  readonly item?: v.GenericSchema;
  readonly entries?: v.ObjectEntries;
}

/**
 * What can be read of a row: of a list the entries that fit, of an object the fields that fit beside those of `otherwise`; else `otherwise`.
 * The result fits the schema.
 */
export function readWhatFits(schema: v.GenericSchema, row: unknown, otherwise: unknown): unknown {
  const parsed = v.safeParse(schema, row);
  if (parsed.success) return parsed.output;
  const inner = unwrap(schema as unknown as Described);
  const parts: unknown =
    inner.item !== undefined ? readLastEntries(schema, inner.item, row) : { ...asObject(otherwise), ...readParts(inner, row) };
  const partly = v.safeParse(schema, parts);
  return partly.success ? partly.output : otherwise;
}

/** Of a list that is too long, the last entries: lists are kept in order of time. */
function readLastEntries(schema: v.GenericSchema, item: v.GenericSchema, row: unknown): readonly unknown[] {
  let entries: readonly unknown[] = readEntries(item, row).known;
  while (entries.length > 0 && !v.safeParse(schema, entries).success) entries = entries.slice(1);
  return entries;
}

function readParts({ entries }: Described, row: unknown): Readonly<Record<string, unknown>> {
  return entries === undefined ? {} : readFields(entries, row).known;
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function unwrap(schema: Described): Described {
  return schema.wrapped === undefined ? schema : unwrap(schema.wrapped);
}
