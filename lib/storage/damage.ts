import type { DBCore, DBCoreCursor, DBCoreMutateRequest, DBCoreQueryRequest, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie';
import { type GenericSchema, getDotPath, is, safeParse } from 'valibot';
import { clock } from '../core/clock';
import { toQuickCheck } from './quick-check';
import type { TableDefinition } from './table';

/**
 * How the database layer handles damaged rows, which do not fit the schema of their table. No reader or writer gets one, so nobody can fail
 * on it, overwrite part of it, or delete it unnoticed. It stays in place for a version that understands it, or for the user
 * (damaged-rows.ts). For tables with `salvage`, readers get the readable part. Migrations see every row.
 */

/** Transactions that see damaged rows too. */
const seesAll = new WeakSet<DBCoreTransaction>();

/** Lets a transaction of Dexie see damaged rows. */
export function showDamaged({ idbtrans }: { readonly idbtrans: IDBTransaction }): void {
  seesAll.add(idbtrans as unknown as DBCoreTransaction);
}

/** The schema of one row; null for a row that has none. */
export function findSchema({ row, rowOf }: TableDefinition, key: unknown): GenericSchema | null {
  return row ?? rowOf?.(key) ?? null;
}

/** The fields of a row that do not fit, as paths such as `summary.beats`; empty when it fits. */
export function findRowFaults(schema: GenericSchema, row: unknown): readonly string[] {
  const parsed = safeParse(schema, row);
  if (parsed.success) return [];
  return [...new Set(parsed.issues.map((issue) => getDotPath(issue) ?? ''))];
}

/** Hides damaged rows from everybody, and copies one to `damagedRows` before a row with the same key takes its place. */
export function guardRows(tables: readonly TableDefinition[]): Middleware<DBCore> {
  const definitions = new Map(tables.map((table) => [table.name, table]));
  const copied = (name: string) => definitions.get(name)?.naturalKey === true;
  return {
    stack: 'dbcore',
    name: 'damage',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        const more = mode === 'readwrite' && stores.some(copied) && !stores.includes('damagedRows');
        return core.transaction(more ? [...stores, 'damagedRows'] : stores, mode, options);
      },
      table: (name) => {
        const table = core.table(name);
        const definition = definitions.get(name);
        if (definition === undefined) return table;
        const guarded = definition.row === undefined ? table : hideDamaged(table, definition.row, definition.salvage);
        return definition.naturalKey ? { ...guarded, mutate: (request) => copyFirst(core, table, definition, request) } : guarded;
      },
    }),
  };
}

/** The row itself, its readable part, or undefined. */
type Fitting = (row: unknown) => unknown;

function hideDamaged(table: DBCoreTable, schema: GenericSchema, salvage: TableDefinition['salvage'] = () => undefined): DBCoreTable {
  const fits = toQuickCheck(schema);
  const fitting: Fitting = (row) => (row === undefined || fits(row) ? row : salvage(row, undefined));
  return {
    ...table,
    get: (request) => (isOpen(request.trans) ? table.get(request) : table.get(request).then(fitting)),
    getMany: (request) => (isOpen(request.trans) ? table.getMany(request) : table.getMany(request).then((rows) => rows.map(fitting))),
    query: (request) => {
      if (isOpen(request.trans)) return table.query(request);
      if (request.values) return queryFitting(table, request, fitting);
      // A caller that asks for keys in order to write must not get those of damaged rows. For counting only, reading the rows would cost
      // too much.
      if (readMode(request.trans) !== 'readwrite') return table.query(request);
      const { trans } = request;
      return table
        .query(request)
        .then(({ result: keys }) =>
          table
            .getMany({ trans, keys })
            .then((rows) => ({ result: keys.filter((_, place) => rows[place] === undefined || fitting(rows[place]) !== undefined) })),
        );
    },
    openCursor: (request) => {
      const opened = table.openCursor(request);
      if (isOpen(request.trans) || !request.values) return opened;
      return opened.then((cursor) => cursor && skipDamaged(cursor, fitting));
    },
  };
}

/** As many rows as requested, if that many fit. */
function queryFitting(
  table: DBCoreTable,
  request: DBCoreQueryRequest,
  fitting: Fitting,
  limit: number = request.limit ?? Number.POSITIVE_INFINITY,
): ReturnType<DBCoreTable['query']> {
  return table.query({ ...request, limit }).then((answer) => {
    const result = answer.result.map(fitting).filter((row) => row !== undefined);
    const wanted = request.limit ?? Number.POSITIVE_INFINITY;
    if (result.length === answer.result.length) return { ...answer, result };
    const isAll = answer.result.length < limit;
    if (isAll || result.length >= wanted) return { ...answer, result: result.slice(0, wanted) };
    return queryFitting(table, request, fitting, limit + 2 * (answer.result.length - result.length));
  });
}

/**
 * A cursor that skips rows of which nothing can be read, and gives what can be read of the others. It inherits from the cursor and reads the
 * browser's own properties through it: those cannot be read through another object, and are not ours to redefine.
 */
function skipDamaged(cursor: DBCoreCursor, fitting: Fitting): DBCoreCursor {
  const { start } = cursor;
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => fitting(cursor.value) },
    continue: { value: (key?: unknown) => cursor.continue(key) },
    continuePrimaryKey: { value: (key: unknown, primaryKey: unknown) => cursor.continuePrimaryKey(key, primaryKey) },
    advance: { value: (count: number) => cursor.advance(count) },
    start: {
      value: (onNext: () => void) => start.call(cursor, () => (fitting(cursor.value) === undefined ? cursor.continue() : onNext())),
    },
  });
}

/** Chains and not `await`: only the database layer's own promises stay in its transaction. */
function copyFirst(
  core: DBCore,
  table: DBCoreTable,
  definition: TableDefinition,
  request: DBCoreMutateRequest,
): ReturnType<DBCoreTable['mutate']> {
  const { trans } = request;
  if (request.type !== 'put' || readMode(trans) !== 'readwrite') return table.mutate(request);
  const keys = request.keys ?? request.values.map((row) => table.schema.primaryKey.extractKey?.(row));
  return table.getMany({ trans, keys }).then((before) => {
    const values = before.flatMap((row, place) => {
      const key: unknown = keys[place];
      const schema = row === undefined ? null : findSchema(definition, key);
      if (schema === null || is(schema, row)) return [];
      return [{ id: crypto.randomUUID(), table: definition.name, key, row, atMs: clock.now() }];
    });
    if (values.length === 0) return table.mutate(request);
    return core
      .table('damagedRows')
      .mutate({ type: 'put', trans, values })
      .then(() => table.mutate(request));
  });
}

function readMode(trans: DBCoreTransaction): string {
  return (trans as unknown as IDBTransaction).mode;
}

function isOpen(trans: DBCoreTransaction): boolean {
  return seesAll.has(trans) || readMode(trans) === 'versionchange';
}
