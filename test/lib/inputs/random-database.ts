import fc from 'fast-check';
import { addDays, type Day, toDay } from '../../../lib/core/day';
import {
  type ActivitySource,
  type Check,
  type HeartRateTimes,
  importHistory,
  type ReboundDatabase,
  type Settings,
  type StoredActivity,
  setSetting,
  type World,
} from '../../../lib/storage';
import { ACTIVITY_KINDS, SPORTS } from '../../../lib/training';
import { aCheck } from '../../support/checks';
import { freshDatabase } from '../../support/database';

/** Random databases: own and example data, heart-rate streams, edits, ruled-out checks and imports, in zones far apart. */

export const ZONES = ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Berlin'] as const;
export const TODAY: Day = '2026-05-04';
const HOUR_MS = 3_600_000;

/** Runs code as if the machine were in a zone. Times of day are the machine's. */
export async function inZone<Result>(timeZone: string, run: () => Promise<Result>): Promise<Result> {
  const before = process.env.TZ;
  process.env.TZ = timeZone;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

/** The instant of an hour of a day (decimal) by the machine's clock, epoch ms. */
export function instantAt(day: Day, hour: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 0, Math.round(60 * hour)).getTime();
}

const world = fc.constantFrom<World>('own', 'own', 'own', 'demo');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
/** Many of the last weeks, some long ago. */
const daysAgo = fc.oneof(fc.nat(14), fc.nat(90), fc.nat(600));
const stream = fc.array(fc.record({ bpm: fc.integer({ min: 60, max: 200 }), s: fc.integer({ min: 60, max: 3600 }) }), { maxLength: 4 });

const check = fc.record({
  world,
  daysAgo,
  hour: fc.double({ min: 5, max: 11, noNaN: true }),
  rmssdMs: fc.integer({ min: 20, max: 120 }),
  hrBpm: fc.integer({ min: 38, max: 95 }),
  rating: fc.constantFrom('good', 'good', 'fair', 'poor'),
  saidNot: fc.constantFrom(false, false, true),
});

const activity = fc.record({
  world,
  daysAgo,
  hour: fc.double({ min: 0, max: 23.9, noNaN: true }),
  minutes: fc.integer({ min: 0, max: 200 }),
  source: fc.constantFrom<ActivitySource>('strava', 'typed', 'import'),
  sport: fc.constantFrom(...SPORTS),
  avgHrBpm: maybe(fc.integer({ min: 80, max: 190 })),
  rpe: maybe(fc.integer({ min: 0, max: 10 })),
  kind: maybe(fc.constantFrom(...ACTIVITY_KINDS)),
  stream: maybe(stream),
  /** The zone of the recording, for users who travel. */
  elsewhere: fc.constantFrom(...ZONES),
});

const history = fc.record({
  daysAgo,
  rmssdMs: fc.integer({ min: 20, max: 120 }),
  hrBpm: maybe(fc.integer({ min: 38, max: 95 })),
});

const profile: fc.Arbitrary<Settings['profile']> = fc.record({
  birthYear: maybe(fc.integer({ min: 1950, max: 2005 })),
  sex: fc.constantFrom('female', 'male', 'unstated'),
  massKg: maybe(fc.integer({ min: 45, max: 100 })),
  hrMaxBpm: maybe(fc.integer({ min: 165, max: 205 })),
  hrRestBpm: fc.option(fc.integer({ min: 38, max: 65 }), { nil: null, freq: 2 }),
  lthrBpm: maybe(fc.integer({ min: 140, max: 180 })),
});

/** The user's actions after everything was recorded. */
const edit = fc.record({
  at: fc.nat(),
  what: fc.constantFrom('effort', 'heart-rate', 'delete', 'rule-out', 'count-again'),
  value: fc.integer({ min: 1, max: 10 }),
});

export const description = fc.record({
  zone: fc.constantFrom(...ZONES),
  /** Activities were recorded in other zones than the machine's. */
  travels: fc.constantFrom(false, false, true),
  nowHour: fc.double({ min: 0, max: 23.9, noNaN: true }),
  profile,
  checks: fc.array(check, { minLength: 5, maxLength: 60 }),
  activities: fc.array(activity, { minLength: 3, maxLength: 40 }),
  histories: fc.array(history, { maxLength: 15 }),
  edits: fc.array(edit, { maxLength: 6 }),
});
export type Description = typeof description extends fc.Arbitrary<infer Value> ? Value : never;

/** Creates a described database, using the machine's current clock and zone. */
export async function build(described: Description): Promise<ReboundDatabase> {
  const db = freshDatabase();
  await setSetting(db, 'profile', described.profile);
  await db.checks.bulkPut(described.checks.map((one, i) => toCheck(one, i, described.zone)));
  const activities = described.activities.map((one, i) => toActivity(one, i, described.travels ? one.elsewhere : described.zone));
  await db.activities.bulkPut(activities);
  await db.heartRates.bulkPut(described.activities.flatMap((one, i) => toHeartRates(one, i)));
  await importHistory(db, { id: 'import', source: 'typed', atMs: 0 }, described.histories.map(toHistory));
  for (const one of described.edits) await apply(db, one);
  return db;
}

type Of<Key extends keyof Description> = Description[Key] extends readonly (infer Value)[] ? Value : never;

function toCheck(one: Of<'checks'>, i: number, timeZone: string): Check {
  const day = addDays(TODAY, -one.daysAgo);
  const startedAtMs = instantAt(day, one.hour);
  const { rmssdMs, hrBpm, rating } = one;
  const made = aCheck({ id: `check ${i}`, world: one.world, rmssdMs, hrBpm, rating: rating as Check['summary']['quality']['rating'] });
  return { ...made, day, timeZone, startedAtMs, endedAtMs: startedAtMs + 240_000, ...(one.saidNot ? { asMorning: false } : {}) };
}

function toActivity(one: Of<'activities'>, i: number, timeZone: string): StoredActivity {
  // No two begin at once, so every surface can identify each by its start.
  const startMs = instantAt(addDays(TODAY, -one.daysAgo), one.hour) + 1000 * i;
  const { world: inWorld, source, sport, avgHrBpm, rpe, kind, minutes } = one;
  return {
    id: `activity ${i}`,
    world: inWorld,
    source,
    sourceId: source === 'typed' ? null : String(i),
    timeZone,
    day: toDay(startMs, timeZone),
    title: null,
    maxHrBpm: null,
    distanceM: null,
    edited: [],
    sport,
    startMs,
    movingTimeS: 60 * minutes,
    avgHrBpm,
    rpe,
    kind,
    regions: [],
  };
}

function toHeartRates({ source, stream: times }: Of<'activities'>, i: number): HeartRateTimes[] {
  return source === 'typed' || times === null ? [] : [{ source, sourceId: String(i), readAtMs: 0, times }];
}

function toHistory({ daysAgo: ago, rmssdMs, hrBpm }: Of<'histories'>) {
  return { day: addDays(TODAY, -ago), rmssdMs, hrBpm };
}

async function apply(db: ReboundDatabase, { at, what, value }: Of<'edits'>): Promise<void> {
  const activities = await db.activities.toArray();
  const checks = await db.checks.toArray();
  const changed = activities[at % activities.length];
  const said = checks[at % checks.length];
  if (changed !== undefined && what === 'effort') await db.activities.put({ ...changed, rpe: value, edited: ['rpe'] });
  if (changed !== undefined && what === 'heart-rate')
    await db.activities.put({ ...changed, avgHrBpm: 100 + 5 * value, edited: ['avgHrBpm'] });
  if (changed !== undefined && what === 'delete') await db.activities.delete(changed.id);
  if (said !== undefined && what === 'rule-out') await db.checks.put({ ...said, asMorning: false });
  if (said !== undefined && what === 'count-again') await db.checks.put({ ...said, asMorning: true });
}

/** Now, by the machine's clock. */
export function toNowMs({ nowHour }: Pick<Description, 'nowHour'>): number {
  return Math.min(instantAt(TODAY, nowHour), instantAt(addDays(TODAY, 1), 0) - HOUR_MS);
}
