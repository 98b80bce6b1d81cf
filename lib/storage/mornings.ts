import Dexie, { type DBCore, type DBCoreKeyRange, type DBCoreMutateRequest, type DBCoreTable, type Middleware } from 'dexie';
import type { Day } from '../core/day';
import type { DayCheck } from '../readiness';
import type { ReboundDatabase } from './database';
import type { Check, World } from './types';

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

/** Keeps `mornings` what the checks are: to be used by the database. */
export const mirrorMornings: Middleware<DBCore> = {
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
