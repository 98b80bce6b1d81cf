import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import { CATALOGUE, MODALITIES, type Modality } from '../../catalogue';
import { type Day, toDay } from '../../core/day';
import type { LogEntry } from '../../planner';
import { putRowNow } from '../digest';
import type { World } from '../fields';
import * as f from '../fields';
import { getField } from '../get-field';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `planLog`: items that were done or skipped, and what was done without a plan. */

/** A finished item: done, or skipped with the user's reason if they gave one. */
export interface StoredLogEntry extends Omit<LogEntry, 'id' | 'modality'> {
  readonly id: string;
  /** The plan's item; null if it was done without a plan. */
  readonly itemId: string | null;
  /** Null only where it could not be read. */
  readonly modality: Modality | null;
  readonly world: World;
  /** The local day it began on. */
  readonly day: Day;
  readonly timeZone: string;
  /** The session of the diary that carried it out. */
  readonly sessionId?: string;
  /** The catalogue's dose, the variant, and the source of the dose; missing in older rows. */
  readonly doseId?: string | null;
  readonly variant?: string | null;
  readonly doseOf?: string;
  /** Part of it could not be read. */
  readonly unread?: true;
}

declare module '../table' {
  interface Tables {
    planLog: EntityTable<StoredLogEntry, 'id'>;
  }
}

export default defineTable<StoredLogEntry>({
  name: 'planLog',
  stores: { 3: 'id, [world+day], itemId' },
  world: '[world+day]',
  todayRestsOn: true,
  row: v.pipe(
    v.object({
      id: f.id,
      itemId: v.nullable(v.string()),
      world: f.world,
      day: f.day,
      timeZone: f.timeZone,
      modality: v.nullable(v.picklist(MODALITIES)),
      startMs: f.instantMs,
      minutes: f.within(0, 14_400),
      outcome: v.picklist(['done', 'skipped']),
      reason: v.nullable(v.string()),
      sessionId: v.exactOptional(v.string()),
      doseId: v.exactOptional(v.nullable(v.string())),
      variant: v.exactOptional(v.nullable(v.string())),
      doseOf: v.exactOptional(v.string()),
      unread: v.exactOptional(v.literal(true)),
    }),
    v.forward(
      v.check((row) => f.isOfDay(row.day, row.startMs)),
      ['day'],
    ),
  ),
  salvage: salvageLogEntry,
});

/**
 * What can be read of a damaged entry. It counts as done unless it surely was not, and as long as the longest dose: the day's limits of cold,
 * heat and supplements must not grow because a row is damaged. Undefined: not even its day can be read, so that it would count on every day.
 */
export function salvageLogEntry(row: unknown): StoredLogEntry | undefined {
  const read = <Value>(schema: v.GenericSchema<Value>, field: string, otherwise: Value): Value => {
    const parsed = v.safeParse(schema, getField(row, field));
    return parsed.success ? parsed.output : otherwise;
  };
  const id = read(v.nullable(f.id), 'id', null);
  const timeZone = read(f.timeZone, 'timeZone', 'UTC');
  const instant = read(v.nullable(f.instantMs), 'startMs', null);
  const day = read(v.nullable(f.day), 'day', instant === null ? null : toDay(instant, timeZone));
  if (id === null || day === null) return undefined;
  const itemId = read(v.nullable(v.string()), 'itemId', null);
  const modality = read(v.nullable(v.picklist(MODALITIES)), 'modality', null) ?? modalityOfItem(itemId);
  const longest = modality === null ? 0 : Math.max(...CATALOGUE[modality].doses.map((dose) => dose.minutes));
  const sessionId = getField(row, 'sessionId');
  return {
    id,
    itemId,
    world: read(f.world, 'world', 'own'),
    day,
    timeZone,
    modality,
    startMs: instant !== null && f.isOfDay(day, instant) ? instant : Date.parse(`${day}T12:00:00Z`),
    minutes: read(f.within(0, 14_400), 'minutes', longest),
    outcome: read(v.picklist(['done', 'skipped']), 'outcome', 'done'),
    reason: read(v.nullable(v.string()), 'reason', null),
    ...(typeof sessionId === 'string' ? { sessionId } : {}),
    unread: true,
  };
}

/** The id of an item begins with its modality. */
function modalityOfItem(itemId: string | null): Modality | null {
  const [name] = itemId?.split('@') ?? [];
  return MODALITIES.find((modality) => modality === name) ?? null;
}

/** Stores a session under `entry.id`, or under `otherwise` if an earlier session of the same item has that id. Neither is lost. */
export function putSessionEntry(db: ReboundDatabase, entry: StoredLogEntry, otherwise: string): Promise<void> {
  return db.transaction('rw', db.planLog, async () => {
    const taken = entry.sessionId !== undefined && (await isTaken(db, entry.id, entry.sessionId));
    await db.planLog.put(taken ? withOwnId(entry, otherwise) : entry);
  });
}

/** Whether another session has this id. */
export async function isTaken(db: ReboundDatabase, id: string, sessionId: string): Promise<boolean> {
  const before = await db.planLog.get(id);
  return before?.sessionId !== undefined && before.sessionId !== sessionId;
}

/** The entry of a session under an id of its own, for an item that an earlier session already did. */
export function withOwnId(entry: StoredLogEntry, id: string): StoredLogEntry {
  return { ...entry, id, itemId: null };
}

/** Deletes the entries of a session. */
export async function deleteSessionEntries(db: ReboundDatabase, sessionId: string): Promise<void> {
  await db.planLog.filter((entry) => entry.sessionId === sessionId).delete();
}

/** Stores an entry; replaces one with the same `id`. */
export async function putLogEntry(db: ReboundDatabase, entry: StoredLogEntry): Promise<void> {
  await db.planLog.put(entry);
}

/** `putLogEntry` for a page that is closing: hands the write to the browser before it returns (see `markLeftNow`). */
export function putLogEntryNow(db: ReboundDatabase, entry: StoredLogEntry): void {
  putRowNow(db, 'planLog', entry);
}

/** Deletes an entry. Returns it, so that it can be restored; null if there was none. */
export function deleteLogEntry(db: ReboundDatabase, id: string): Promise<StoredLogEntry | null> {
  return db.transaction('rw', db.planLog, async () => {
    const entry = (await db.planLog.get(id)) ?? null;
    await db.planLog.delete(id);
    return entry;
  });
}

/** The entries of the days `from` to `to`, both included, oldest first. */
export async function logBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<StoredLogEntry[]> {
  const [found, strays] = await Promise.all([
    db.planLog.where('[world+day]').between([world, from], [world, to], true, true).toArray(),
    findStrays(db),
  ]);
  const ofDays = strays.filter((entry) => entry.world === world && entry.day >= from && entry.day <= to);
  const all = new Map([...found, ...ofDays].map((entry) => [entry.id, entry]));
  return [...all.values()].sort((a, b) => a.startMs - b.startMs);
}

/** Entries whose place in the index is damaged, as far as they can be read. Counting shows at almost no cost that there are none. */
async function findStrays(db: ReboundDatabase): Promise<StoredLogEntry[]> {
  const [all, ...placed] = await Promise.all([
    db.planLog.count(),
    ...(['own', 'demo'] as const).map((world) =>
      db.planLog.where('[world+day]').between([world, '1970-01-01'], [world, '2199-12-31'], true, true).count(),
    ),
  ]);
  const isPlaced = placed.reduce((sum, count) => sum + count, 0) === all;
  return isPlaced ? [] : db.planLog.filter(({ unread }) => unread === true).toArray();
}

/** Counts how often a modality was done without a session in the diary. */
export function countLogged(db: ReboundDatabase, world: World, modality: StoredLogEntry['modality']): Promise<number> {
  return db.planLog
    .filter((one) => one.world === world && one.modality === modality && one.outcome === 'done' && one.sessionId === undefined)
    .count();
}
