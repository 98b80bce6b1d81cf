import Dexie from 'dexie';
import { addDays, type Day } from '../core/day';
import { BASELINE_DAYS, type DayCheck, type FatigueWatch, fatigueWatchOf, loadsOf } from '../readiness';
import { countedMornings, firstTraining } from '../readiness/mornings';
import type { SessionRecord } from '../storage';
import {
  activitiesBetween,
  checkInsBetween,
  getSettings,
  HISTORY_SOURCES,
  historyBetween,
  historyCheck,
  morningsBetween,
  type ReboundDatabase,
  readRevision,
  type StoredActivity,
  sessionsBetween,
  type World,
  withHeartRateTimes,
} from '../storage';
import type { ScoredActivity } from '../training';
import { dayGrid, type HeartSeries, heartSeries, type LoadSeries, loadSeries, type SaidSeries, saidSeries } from '../trends/series';

/** Reads all that the Trends screen shows, in one transaction; of checks their mornings only, never the beats. */

/** Days before the shown ones from which fitness is run in: six of its time constants leave 1/400 of a wrong start (e^−6). */
const RUN_IN_DAYS = 252;
/** Days that the fatigue watch and the load's heart rates look back, whatever is shown: as on Today. */
const WATCH_DAYS = 81;
/** Over more days than these the range is worked out once a week: a picture has no room for more. */
const RANGE_DAILY_UP_TO = 400;
const DAY_MS = 86_400_000;

/** What was done on a day, as a mark under the charts. */
export interface DayMarks {
  readonly trained: readonly ScoredActivity[];
  readonly sessions: readonly SessionRecord[];
}

export interface Trends {
  /** The user's own; the demo's for those who have nothing of their own and have tried the simulated strap. */
  readonly world: World;
  /** Every day from the first to the last shown one, without gaps. */
  readonly days: readonly Day[];
  readonly heart: HeartSeries;
  readonly said: SaidSeries;
  readonly load: LoadSeries;
  /** By place in `days`; only those with any. */
  readonly marks: ReadonlyMap<number, DayMarks>;
  readonly fatigue: FatigueWatch;
  /** The usual range is of every so many days. */
  readonly rangeEvery: number;
  /** The first day of which anything is known, shown or not; null when there is nothing at all. */
  readonly first: Day | null;
}

/**
 * @param shown how many days, today the last; null: all there are
 * @param nowMs for what of today is already done
 */
export function readTrends(db: ReboundDatabase, shown: number | null, today: Day, nowMs: number): Promise<Trends> {
  const tables = [db.checks, db.mornings, db.checkIns, db.activities, db.sessions, db.histories, db.heartRates, db.settings, db.digests];
  // The transaction is also what keeps the database layer from holding on to copies of all that is read here.
  return db.transaction('r', tables, async () => {
    const mark = await readRevision(db);
    const key = `${mark} ${shown} ${today}`;
    const known = lastRead.get(db);
    const read = known?.key === key ? known.read : await readDays(db, shown, today, nowMs);
    lastRead.set(db, { key, read });
    const { world, first, days, heart, said, rangeEvery, watched, profile, checkIns, activities, sessions } = read;
    const done = loadsOf({ day: today, nowMs, checks: watched, activities, profile });
    return {
      world,
      days,
      heart,
      rangeEvery,
      said,
      load: loadSeries(done.loads, days),
      marks: marksOf(days, done.activities, sessions),
      fatigue: fatigueWatchOf({ day: today, checks: watched, checkIns, ...done }),
      first,
    };
  });
}

/**
 * What was read last of a database, and what is made of it whatever the time of day: for years of rows that takes longer than all the rest.
 * Kept as long as the tab lives; good for the same days as long as the mark is the same. What begins in the course of the day is read
 * beforehand.
 */
const lastRead = new WeakMap<ReboundDatabase, { readonly key: string; readonly read: Awaited<ReturnType<typeof readDays>> }>();

async function readDays(db: ReboundDatabase, shown: number | null, today: Day, nowMs: number) {
  const own = await firstDay(db, 'own');
  const demo = own === null ? await firstDay(db, 'demo') : null;
  const [first, world] = demo === null ? ([own, 'own'] as const) : ([demo, 'demo'] as const);
  const from = shown === null ? (first ?? today) : addDays(today, 1 - shown);
  const recent = addDays(today, -WATCH_DAYS);
  const readFrom = earlier(addDays(from, -BASELINE_DAYS), recent);
  const trained = activitiesBetween(db, world, startMs(addDays(from, -RUN_IN_DAYS)), nowMs + DAY_MS);
  const [settings, checks, checkIns, activities, sessions] = await Promise.all([
    getSettings(db),
    checkDays(db, world, readFrom, today, trained),
    checkInsBetween(db, world, readFrom, today),
    trained.then((all) => withHeartRateTimes(db, all)),
    sessionsBetween(db, world === 'demo', startMs(from), nowMs + DAY_MS),
  ]);
  const days = dayGrid(from, today);
  const rangeEvery = days.length > RANGE_DAILY_UP_TO ? 7 : 1;
  return {
    world,
    first,
    days,
    rangeEvery,
    heart: heartSeries(checks, days, settings.rangeWidthSd, rangeEvery),
    said: saidSeries(checkIns, days),
    profile: settings.profile,
    watched: checks.filter(({ day }) => day >= recent),
    checkIns,
    activities: activities.map(plain),
    sessions,
  };
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** No zone is further than 14 h from UTC: a little early loses nothing. */
export function startMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - 14 * 3_600_000;
}

/** The first day of which anything is known. */
async function firstDay(db: ReboundDatabase, world: World): Promise<Day | null> {
  const all: [World, unknown] = [world, Dexie.minKey];
  const end: [World, unknown] = [world, Dexie.maxKey];
  const [check, checkIn, activity, ...histories] = await Promise.all([
    db.checks.where('[world+day]').between(all, end).first(),
    db.checkIns.where('[world+day]').between(all, end).first(),
    db.activities.where('[world+startMs]').between(all, end).first(),
    ...(world === 'own' ? HISTORY_SOURCES : []).map((source) =>
      db.histories.where('[source+day]').between([source, Dexie.minKey], [source, Dexie.maxKey]).first(),
    ),
  ]);
  const days = [check, checkIn, activity, ...histories].flatMap((row) => row?.day ?? []);
  return days.sort()[0] ?? null;
}

/**
 * The mornings that count, oldest first; of a day with a history as well, the measured one last.
 * @param trained activities of these days at least, where they are being read already
 */
export async function checkDays(
  db: ReboundDatabase,
  world: World,
  from: Day,
  to: Day,
  trained: Promise<StoredActivity[]> = activitiesBetween(db, world, startMs(from), startMs(addDays(to, 2))),
): Promise<DayCheck[]> {
  const [mornings, activities] = await Promise.all([morningsBetween(db, world, from, to), trained]);
  const measured = countedMornings(mornings, firstTraining(activities, mornings)).map(({ check }) => check);
  if (world === 'demo') return measured;
  const histories = (await historyBetween(db, from, to)).map(historyCheck);
  // The sort is stable.
  return histories.length === 0 ? measured : [...histories, ...measured].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** What load is computed from; the rest stays in the database. */
export function plain({ sport, startMs: start, movingTimeS, avgHrBpm, heartRateTimes = [], rpe, kind, regions, day }: StoredActivity) {
  return { sport, startMs: start, movingTimeS, avgHrBpm, heartRateTimes, rpe, kind, regions, day };
}

function marksOf(days: readonly Day[], activities: readonly ScoredActivity[], sessions: readonly SessionRecord[]): Map<number, DayMarks> {
  const places = new Map(days.map((day, i) => [day, i]));
  const marks = new Map<number, { trained: ScoredActivity[]; sessions: SessionRecord[] }>();
  const at = (day: Day) => {
    const place = places.get(day);
    if (place === undefined) return null;
    const mark = marks.get(place) ?? { trained: [], sessions: [] };
    marks.set(place, mark);
    return mark;
  };
  for (const activity of activities) at(activity.day)?.trained.push(activity);
  for (const session of sessions) at(session.day)?.sessions.push(session);
  return marks;
}
