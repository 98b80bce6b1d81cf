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
 * Owner of `mornings`: of each check what readiness and trends need of it, a hundredth of its size, in order of days. A row is written,
 * and goes, in the transaction in which its check does, whoever writes that: the database itself sees to it (`mirrorMornings`), nothing
 * else writes here. It can be made anew from the checks at any time.
 */

/** Shortest counted stretch, in s of beat time, that may enter the baseline. */
const LEAST_COUNTED_S = 55;

export interface Morning {
  /** Of its check. */
  readonly id: string;
  readonly world: World;
  readonly day: Day;
  readonly startedAtMs: number;
  /** Version of the engine that the figures are of. */
  readonly engine: string;
  /** Long enough, and of a signal that may enter the baseline. */
  readonly readable: boolean;
  /** The user said that it was no morning check. Left out: they did not. */
  readonly saidNot?: true;
  /** What it is to readiness; null without a figure. */
  readonly check: DayCheck | null;
}

/** A check without what is heavy. */
type Figures = Omit<Check, 'rrTicks' | 'errorMs' | 'packets' | 'gaps'>;

/** Whether a check may enter the baseline: long enough, and readable. */
export function isReadable({ summary }: Pick<Check, 'summary'>): boolean {
  const { rating } = summary.quality;
  const meanRr = summary.raw.meanRrMs ?? 0;
  return (
    summary.corrected.lnRmssd !== null && (summary.beats * meanRr) / 1000 >= LEAST_COUNTED_S && rating !== 'poor' && rating !== 'unusable'
  );
}

/** What a check is to readiness; null without a figure. A strap that is not known is one of its own. */
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

/** Checks that are read at a time, with their beats. */
const AT_A_TIME = 200;

/** Where the two differ, which a write past this database layer could bring about, the checks are right. */
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

/** Keeps `mornings` what the checks are. */
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

/** Chains and not `await`: only the database layer's own promises stay in its transaction. */
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

/** 1: the range is one key. */
function only(id: unknown): DBCoreKeyRange {
  return { type: 1 as DBCoreKeyRange['type'], lower: id, upper: id };
}

/** Version 4: the mornings of the checks that there are, as version 4 made them. */
async function fillMornings(transaction: Transaction): Promise<void> {
  const mornings: unknown[] = [];
  await transaction.table('checks').each((check) => {
    // A damaged check gets none: `morningsBetween` looks again at every check that has no morning.
    const morning = toMorningOfVersion4(check);
    if (morning !== null) mornings.push(morning);
  });
  await transaction.table('mornings').bulkPut(mornings);
}

/** Null for a check that lacks what a morning is made of. */
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
