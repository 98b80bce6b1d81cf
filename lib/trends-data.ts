import Dexie from 'dexie';
import { addDays, type Day } from './day';
import type { SessionRecord } from './gadgets/session/types';
import { BASELINE_DAYS, type DayCheck, type FatigueWatch, fatigueWatchOf, loadsOf } from './readiness';
import {
  activitiesBetween,
  type Check,
  checkInsBetween,
  checksBetween,
  getSettings,
  historyBetween,
  historyCheck,
  type ReboundDatabase,
  type StoredActivity,
  sessionsBetween,
  type World,
  withHeartRateTimes,
} from './storage';
import { countedDays } from './today';
import type { ScoredActivity } from './training';
import { dayGrid, type HeartSeries, heartSeries, type LoadSeries, loadSeries, type SaidSeries, saidSeries } from './trends/series';

/** Reads all that the Trends screen shows, in one transaction, and reduces it as it is read: never all checks with their beats in memory. */

/** Days before the shown ones from which fitness is run in: six of its time constants leave 1/400 of a wrong start (e^−6). */
const RUN_IN_DAYS = 252;
/** Days that the fatigue watch and the load's heart rates look back, whatever is shown: as on Today. */
const WATCH_DAYS = 81;
/** Checks are read and reduced in stretches of so many days. */
const STRETCH_DAYS = 365;
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
export function loadTrends(db: ReboundDatabase, shown: number | null, today: Day, nowMs: number): Promise<Trends> {
  const tables = [db.checks, db.checkIns, db.activities, db.sessions, db.histories, db.heartRates, db.settings];
  // The transaction is also what keeps the database layer from holding on to copies of all that is read here.
  return db.transaction('r', tables, async () => {
    const own = await firstDay(db, 'own');
    const demo = own === null ? await firstDay(db, 'demo') : null;
    const [first, world] = demo === null ? ([own, 'own'] as const) : ([demo, 'demo'] as const);
    const from = shown === null ? (first ?? today) : addDays(today, 1 - shown);
    const readFrom = earlier(addDays(from, -BASELINE_DAYS), addDays(today, -WATCH_DAYS));
    const settings = await getSettings(db);
    const [checks, checkIns, activities, sessions] = await Promise.all([
      checkDays(db, world, readFrom, today),
      checkInsBetween(db, world, readFrom, today),
      activitiesBetween(db, world, startMs(addDays(from, -RUN_IN_DAYS)), nowMs + DAY_MS).then((all) => withHeartRateTimes(db, all)),
      sessionsBetween(db, world === 'demo', startMs(from), nowMs + DAY_MS),
    ]);
    const recent = addDays(today, -WATCH_DAYS);
    const watched = checks.filter(({ day }) => day >= recent);
    const done = loadsOf({ day: today, nowMs, checks: watched, activities: activities.map(plain), profile: settings.profile });
    const days = dayGrid(from, today);
    const rangeEvery = days.length > RANGE_DAILY_UP_TO ? 7 : 1;
    return {
      world,
      days,
      heart: heartSeries(checks, days, settings.rangeWidthSd, rangeEvery),
      rangeEvery,
      said: saidSeries(checkIns, days),
      load: loadSeries(done.loads, days),
      marks: marksOf(days, done.activities, sessions),
      fatigue: fatigueWatchOf({ day: today, checks: watched, checkIns, ...done }),
      first,
    };
  });
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
  const [check, checkIn, activity, typed, imported] = await Promise.all([
    db.checks.where('[world+day]').between(all, end).first(),
    db.checkIns.where('[world+day]').between(all, end).first(),
    db.activities.where('[world+startMs]').between(all, end).first(),
    ...(world === 'own' ? (['typed', 'hrv4training'] as const) : []).map((source) =>
      db.histories.where('[source+day]').between([source, Dexie.minKey], [source, Dexie.maxKey]).first(),
    ),
  ]);
  const days = [check, checkIn, activity, typed, imported].flatMap((row) => row?.day ?? []);
  return days.sort()[0] ?? null;
}

/**
 * What each check of a database is as a morning, by its id; null: it does not count. Checks do not change in what matters here, and their
 * beats are most of what reading them costs: each is read once as long as the tab lives.
 */
const reduced = new WeakMap<ReboundDatabase, Map<string, { readonly startedAtMs: number; readonly morning: DayCheck | null }>>();
/** Up to so many unknown checks are read one by one. */
const FEW = 30;

/** The mornings that count, oldest first; of a day with a history as well, the measured one last. */
export async function checkDays(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<DayCheck[]> {
  const measured = await measuredDays(db, world, from, to);
  if (world === 'demo') return measured;
  const histories = (await historyBetween(db, from, to)).map(historyCheck);
  // The sort is stable.
  return histories.length === 0 ? measured : [...histories, ...measured].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

async function measuredDays(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<DayCheck[]> {
  const known = reduced.get(db) ?? new Map();
  reduced.set(db, known);
  const take = (checks: readonly (Check | undefined)[]) => {
    for (const check of checks)
      if (check !== undefined) known.set(check.id, { startedAtMs: check.startedAtMs, morning: countedDays([check])[0] ?? null });
  };
  const ids = await db.checks.where('[world+day]').between([world, from], [world, to], true, true).primaryKeys();
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length <= FEW) take(await db.checks.bulkGet(unknown));
  else {
    for (let start = from; start <= to; start = addDays(start, STRETCH_DAYS)) {
      take(await checksBetween(db, world, start, earlier(addDays(start, STRETCH_DAYS - 1), to)));
    }
  }
  const days = new Map<Day, { readonly startedAtMs: number; readonly morning: DayCheck }>();
  for (const id of ids) {
    const { startedAtMs, morning } = known.get(id) ?? { startedAtMs: 0, morning: null };
    if (morning === null) continue;
    const other = days.get(morning.day);
    if (other === undefined || startedAtMs < other.startedAtMs) days.set(morning.day, { startedAtMs, morning });
  }
  // By the index the ids come in order of days.
  return [...days.values()].map(({ morning }) => morning);
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
