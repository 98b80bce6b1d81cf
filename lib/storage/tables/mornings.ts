import Dexie, {
  type DBCore,
  type DBCoreKeyRange,
  type DBCoreMutateRequest,
  type DBCoreTable,
  type Middleware,
  type Table,
  type Transaction,
} from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import { FORMAT_IDS } from '../../exchange/ids';
import type { DayCheck } from '../../readiness';
import type { World } from '../fields';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';
import type { Check } from './checks';

/**
 * Owner of `mornings`: the part of each check that readiness and trends need, a hundredth of its size, by day. The database writes and
 * deletes these rows in the same transaction as the check (`mirrorMornings`); nothing else writes here. They can be rebuilt from the checks
 * at any time.
 */

/** Shortest counted stretch that may enter the baseline, in s of beat time. */
const LEAST_COUNTED_S = 55;

export interface Morning {
  /** Id of its check. */
  readonly id: string;
  readonly world: World;
  readonly day: Day;
  readonly startedAtMs: number;
  /** Version of the engine that computed the figures. */
  readonly engine: string;
  /** Whether it is long enough, and its signal good enough, for the baseline. */
  readonly readable: boolean;
  /** The user said that it was no morning check. Left out if they did not. */
  readonly saidNot?: true;
  /** The check as readiness uses it; null without a figure. */
  readonly check: DayCheck | null;
}

/** A check without its intervals and packets. */
type Figures = Omit<Check, 'rrTicks' | 'errorMs' | 'packets' | 'gaps'>;

/** Whether a check may enter the baseline: long enough and readable. */
export function isReadable({ summary }: Pick<Check, 'summary'>): boolean {
  const { rating } = summary.quality;
  const meanRr = summary.raw.meanRrMs ?? 0;
  return (
    summary.corrected.lnRmssd !== null && (summary.beats * meanRr) / 1000 >= LEAST_COUNTED_S && rating !== 'poor' && rating !== 'unusable'
  );
}

/** Converts a check for readiness; null without a figure. An unknown strap is a sensor class of its own. */
export function toDayCheck({ day, summary, sensor, posture, breathing }: Figures): DayCheck | null {
  const { corrected, meanHrBpm, quality } = summary;
  if (corrected.lnRmssd === null) return null;
  const series = { sensor: sensor?.class ?? 'unknown', strap: sensor?.id ?? null, posture, breathing: breathing.kind } as const;
  return { day, lnRmssd: corrected.lnRmssd, hrBpm: meanHrBpm, series, rating: quality.rating === 'good' ? 'good' : 'fair' };
}

export function toMorning(check: Check): Morning {
  const { id, world, day, startedAtMs, summary, asMorning } = check;
  return {
    id,
    world,
    day,
    startedAtMs,
    engine: summary.engine,
    readable: isReadable(check),
    ...(asMorning === false ? { saidNot: true as const } : {}),
    check: toDayCheck(check),
  };
}

declare module '../table' {
  interface Tables {
    mornings: Table<Morning, [World, Day, string]>;
  }
}

/** The mornings of the days `from` to `to`, both included, oldest first. */
export async function morningsBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<Morning[]> {
  const [rows, checks] = await Promise.all([
    db.mornings.where('[world+day+id]').between([world, from, Dexie.minKey], [world, to, Dexie.maxKey]).toArray(),
    db.checks.where('[world+day]').between([world, from], [world, to], true, true).count(),
  ]);
  const all = rows.length === checks ? rows : await matched(db, rows, world, from, to);
  return all.sort((a, b) => a.startedAtMs - b.startedAtMs);
}

/** Number of checks read at a time, with their beats. */
const AT_A_TIME = 200;

/** Rebuilds mornings that differ from their checks, which a write past this database layer could cause. The checks are right. */
async function matched(db: ReboundDatabase, rows: readonly Morning[], world: World, from: Day, to: Day): Promise<Morning[]> {
  const ids = new Set(await db.checks.where('[world+day]').between([world, from], [world, to], true, true).primaryKeys());
  const found = rows.filter(({ id }) => ids.delete(id));
  const missing = [...ids];
  for (let at = 0; at < missing.length; at += AT_A_TIME) {
    const checks = await db.checks.bulkGet(missing.slice(at, at + AT_A_TIME));
    found.push(...checks.flatMap((check) => (check === undefined ? [] : [toMorning(check)])));
  }
  return found;
}

/** Keeps `mornings` in step with the checks. */
const mirrorMornings: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'mornings',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      const both = mode === 'readwrite' && stores.includes('checks') && !stores.includes('mornings');
      return core.transaction(both ? [...stores, 'mornings'] : stores, mode, options);
    },
    table: (name) => {
      const table = core.table(name);
      if (name !== 'checks') return table;
      return {
        ...table,
        mutate: (request) =>
          table.mutate(request).then((result) => {
            const done = (place: number) => result.failures[place] === undefined;
            return mirror(core.table('mornings'), request, done).then(() => result);
          }),
      };
    },
  }),
};

/** Promise chains instead of `await`: only Dexie's own promises stay within its transaction. */
function mirror(mornings: DBCoreTable, request: DBCoreMutateRequest, done: (place: number) => boolean): Promise<unknown> {
  const { trans } = request;
  if (request.type === 'deleteRange') return remove(mornings, trans, [request.range]);
  if (request.type === 'delete') return remove(mornings, trans, request.keys.filter((_, place) => done(place)).map(only));
  const values = request.values.filter((_, place) => done(place)).map((check) => toMorning(check as Check));
  return mornings.mutate({ type: 'put', trans, values });
}

function remove(mornings: DBCoreTable, trans: DBCoreMutateRequest['trans'], ids: readonly DBCoreKeyRange[]): Promise<unknown> {
  const index = mornings.schema.getIndexByKeyPath('id');
  if (index === undefined) throw new Error('mornings are not found by their id');
  const found = ids.map((range) => mornings.query({ trans, values: false, query: { index, range } }));
  return Dexie.Promise.all(found).then((all) => mornings.mutate({ type: 'delete', trans, keys: all.flatMap(({ result }) => result) }));
}

/** The range is a single key. */
function only(id: unknown): DBCoreKeyRange {
  return { type: 1 as DBCoreKeyRange['type'], lower: id, upper: id };
}

/** Version 4: creates the mornings of existing checks, as version 4 computed them. */
async function fillMornings(transaction: Transaction): Promise<void> {
  const mornings: unknown[] = [];
  await transaction.table('checks').each((check) => {
    // A damaged check gets none: `morningsBetween` looks again at every check without a morning.
    const morning = toMorningOfVersion4(check);
    if (morning !== null) mornings.push(morning);
  });
  await transaction.table('mornings').bulkPut(mornings);
}

/** Null for a check that lacks a field of the morning. */
function toMorningOfVersion4({ id, world, day, startedAtMs, summary, asMorning, sensor, posture, breathing }: Check): unknown {
  const named = [id, world, day].every((part) => typeof part === 'string');
  if (!named || !summary?.corrected || !summary.raw || !summary.quality || !breathing) return null;
  const { corrected, raw, quality, beats, engine, meanHrBpm } = summary;
  const { lnRmssd } = corrected;
  const longEnough = (beats * (raw.meanRrMs ?? 0)) / 1000 >= 55;
  const series = { sensor: sensor?.class ?? 'unknown', strap: sensor?.id ?? null, posture, breathing: breathing.kind };
  const rating = quality.rating === 'good' ? 'good' : 'fair';
  return {
    id,
    world,
    day,
    startedAtMs,
    engine,
    readable: lnRmssd !== null && longEnough && quality.rating !== 'poor' && quality.rating !== 'unusable',
    ...(asMorning === false ? { saidNot: true } : {}),
    check: lnRmssd === null ? null : { day, lnRmssd, hrBpm: meanHrBpm, series, rating },
  };
}

export default defineTable<Morning>({
  name: 'mornings',
  stores: { 4: '[world+day+id], id' },
  todayRestsOn: false,
  derived: true,
  row: v.object({
    id: f.id,
    world: f.world,
    day: f.day,
    startedAtMs: f.instantMs,
    engine: v.string(),
    readable: v.boolean(),
    saidNot: v.exactOptional(v.literal(true)),
    check: v.nullable(
      v.object({
        day: f.day,
        lnRmssd: f.figure,
        hrBpm: f.figureOrNull,
        series: v.exactOptional(
          v.object({
            sensor: v.picklist(['chest', 'optical', 'ear', 'ecg', 'manual', 'unknown', ...FORMAT_IDS]),
            strap: v.nullable(v.string()),
            posture: v.nullable(v.picklist(['lying', 'sitting', 'standing'])),
            breathing: v.nullable(v.picklist(['free', 'paced'])),
          }),
        ),
        rating: v.exactOptional(v.picklist(['good', 'fair'])),
        afterWakingMin: v.exactOptional(f.figureOrNull),
        ruledOut: v.exactOptional(v.literal(true)),
      }),
    ),
  }),
  migrations: { 4: fillMornings },
  middleware: mirrorMornings,
});
