import { addDays, type Day } from '../core/day';

import { chooseWorld, type Done, type Inputs, inputTables, listDone, readFirstDay, readRows, type StoredRows, toInputs } from '../inputs';
import { BASELINE_DAYS, FATIGUE_BACK_DAYS, type FatigueWatch, watchFatigue } from '../readiness';
import { type ReboundDatabase, readRevision, type World } from '../storage';

import type { ScoredActivity } from '../training';
import { dayGrid, type HeartSeries, heartSeries, type LoadSeries, loadSeries, type SaidSeries, saidSeries } from '../trends/series';

/** Reads everything that the Trends screen shows, in one transaction; reads mornings instead of checks, so never the beats. */

/** Over more days than this, the range is computed once a week: a chart cannot show more. */
const RANGE_DAILY_UP_TO = 400;

/** What was done on a day, as a mark under the charts. */
export interface DayMarks {
  readonly trained: readonly ScoredActivity[];
  readonly sessions: readonly Done[];
}

export interface Trends {
  /** The user's own world, or the demo for users without data who have tried the simulated strap. */
  readonly world: World;
  /** Every day from the first to the last that is shown, without gaps. */
  readonly days: readonly Day[];
  readonly heart: HeartSeries;
  readonly said: SaidSeries;
  readonly load: LoadSeries;
  /** By index in `days`; only days with marks. */
  readonly marks: ReadonlyMap<number, DayMarks>;
  readonly fatigue: FatigueWatch;
  /** The usual range is computed every so many days. */
  readonly rangeEvery: number;
  /** The first day with any data, shown or not; null if there is no data. */
  readonly first: Day | null;
}

/**
 * Reads the last `shown` days.
 * @param shown how many days up to today; null for all
 * @param nowMs decides what of today is already done
 */
export function readTrends(db: ReboundDatabase, shown: number | null, today: Day, nowMs: number): Promise<Trends> {
  // Inside a transaction Dexie does not keep copies of everything that is read here.
  return db.transaction('r', [...inputTables(db), db.digests], async () => {
    const mark = await readRevision(db);
    const key = `${mark} ${shown} ${today}`;
    const known = lastRead.get(db);
    const read = known?.key === key ? readAt(known.read, nowMs) : await readDays(db, shown, today, nowMs);
    lastRead.set(db, { key, read });
    const { rows, inputs, first, days, heart, said, rangeEvery } = read;
    const { mornings, activities, loads } = inputs;
    return {
      world: rows.world,
      days,
      heart,
      rangeEvery,
      said,
      load: loadSeries(loads, days),
      marks: markDays(days, activities, listDone(rows.sessions, rows.log)),
      fatigue: watchFatigue({ day: today, checks: mornings, checkIns: rows.checkIns, activities, loads }),
      first,
    };
  });
}

/**
 * The last reading of a database, and what was computed from it that does not depend on the time of day: for years of rows that takes
 * longer than everything else. Kept while the tab lives; valid for the same days while the mark is the same.
 */
const lastRead = new WeakMap<ReboundDatabase, { readonly key: string; readonly read: DaysRead }>();

/** The inputs up to a time, and until when they stay the same: until the next activity begins. */
interface AssembledAt {
  readonly inputs: Inputs;
  readonly sinceMs: number;
  readonly untilMs: number;
}

type DaysRead = Awaited<ReturnType<typeof readDays>>;

/** The same reading at another time of day. */
function readAt(read: DaysRead, nowMs: number): DaysRead {
  return nowMs >= read.sinceMs && nowMs < read.untilMs ? read : { ...read, ...assembleAt(read.rows, nowMs) };
}

async function readDays(db: ReboundDatabase, shown: number | null, today: Day, nowMs: number) {
  const world = await chooseWorld(db);
  const first = await readFirstDay(db, world);
  const from = shown === null ? (first ?? today) : addDays(today, 1 - shown);
  // The fatigue watch looks back as far as on Today, however many days are shown.
  const readFrom = earlier(addDays(from, -BASELINE_DAYS), addDays(today, -FATIGUE_BACK_DAYS));
  const rows = await readRows(db, { world, from: readFrom, to: today, leaveOut: ['planned', 'weighings'] });
  const at = assembleAt(rows, nowMs);
  const days = dayGrid(from, today);
  const rangeEvery = days.length > RANGE_DAILY_UP_TO ? 7 : 1;
  const { mornings, shown: points } = at.inputs;
  return {
    ...at,
    rows,
    first,
    days,
    rangeEvery,
    heart: heartSeries(mornings, days, rows.settings.rangeWidthSd, rangeEvery, points),
    said: saidSeries(rows.checkIns, days),
  };
}

function assembleAt(rows: StoredRows, nowMs: number): AssembledAt {
  const next = rows.activities.find(({ startMs }) => startMs > nowMs);
  return { inputs: toInputs(rows, nowMs), sinceMs: nowMs, untilMs: next?.startMs ?? Number.POSITIVE_INFINITY };
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function markDays(days: readonly Day[], activities: readonly ScoredActivity[], sessions: readonly Done[]): Map<number, DayMarks> {
  const places = new Map(days.map((day, i) => [day, i]));
  const marks = new Map<number, { trained: ScoredActivity[]; sessions: Done[] }>();
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
