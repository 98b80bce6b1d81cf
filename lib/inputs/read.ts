import Dexie from 'dexie';
import { goesByEffort } from '../catalogue';
import { addDays, type Day, localZone } from '../core/day';
import { findWakingDay, keepWakingDay, type SleepTimes } from '../core/waking-day';
import type { DayZone } from '../readiness';
import {
  activitiesBetween,
  checkInsBetween,
  getSettings,
  historyBetween,
  historyCheck,
  lastWeighing,
  logBetween,
  morningsBetween,
  plannedBetween,
  type ReboundDatabase,
  type SessionRecord,
  type Settings,
  type StoredActivity,
  type StoredCheckIn,
  type StoredLogEntry,
  type StoredPlanned,
  sessionsBetween,
  type Weighing,
  type World,
  weighingsBetween,
  withHeartRateTimes,
} from '../storage';
import { type Assembled, assembleInputs, type InputRows, spanMargins } from './assemble';
import { listZones } from './list-zones';
import type { ScoredRow } from './score-activities';

/** The only reader of what happened: every screen, the plan and the verdict use it. */

/** Days after the last one whose planned sessions and log are read, because a plan looks ahead. */
const AHEAD_DAYS = 8;

/** What a caller who does not need it may leave out: of years of days it is most of the work. */
type List = 'planned' | 'sessions' | 'log' | 'weighings';

/** The days to read, both included, from one world only: demo and own data are never mixed. */
export interface Span {
  readonly world: World;
  readonly from: Day;
  readonly to: Day;
  /** Lists that stay empty. */
  readonly leaveOut?: readonly List[];
}

interface Lists {
  readonly world: World;
  readonly settings: Settings;
  /** Answers of the span's days, oldest first. */
  readonly checkIns: readonly StoredCheckIn[];
  /** Planned sessions, up to `AHEAD_DAYS` after the span. */
  readonly planned: readonly StoredPlanned[];
  /** The diary: what was done on devices and with the timer. */
  readonly sessions: readonly SessionRecord[];
  /** Items of the plan that were done or skipped, up to `AHEAD_DAYS` after the span. */
  readonly log: readonly StoredLogEntry[];
  readonly weighings: readonly Weighing[];
  /** What the user said, else the last mass that was weighed up to the span's end, kg; null: neither. */
  readonly massKg: number | null;
}

/** The rows of a span from the database, with the margins that its figures need. */
export type StoredRows = InputRows<StoredActivity> & Lists;

/** A stored activity with its heart rates and its load. */
export type ScoredStored = ScoredRow<StoredActivity>;

/** What happened on a span of days. */
export type Inputs = Assembled<StoredActivity> &
  Lists & {
    /** The time zones in which something was entered, and the one of now, oldest first. */
    readonly zones: readonly DayZone[];
  };

/** The tables that `readInputs` reads, for a transaction around it. */
export function inputTables(db: ReboundDatabase) {
  const { checks, mornings, histories, checkIns, activities, heartRates, planned, sessions, planLog, weighings, settings } = db;
  return [checks, mornings, histories, checkIns, activities, heartRates, planned, sessions, planLog, weighings, settings];
}

/**
 * What happened on the days of a span, up to `nowMs`, in one transaction. Also reads the margins that a figure needs, so that a day's
 * figure does not depend on the span.
 */
export async function readInputs(db: ReboundDatabase, { nowMs, ...span }: Span & { readonly nowMs: number }): Promise<Inputs> {
  return toInputs(await readRows(db, span), nowMs);
}

/** The same in two steps, for callers that keep the rows: these include what begins later today. */
export function toInputs(rows: StoredRows, nowMs: number): Inputs {
  const { world, settings, checkIns, sessions, log, weighings, massKg } = rows;
  const today = findWakingDay(nowMs, settings);
  const assembled = assembleInputs(rows, { today, nowMs });
  const planned = rows.planned.map((session) => ({ ...session, day: findPlannedDay(session, settings, today, nowMs) }));
  const entered = [
    // What was answered cannot be told where a row is damaged; nor its zone.
    ...checkIns.filter(({ unread = [] }) => unread.length === 0),
    ...log.filter(({ outcome }) => outcome === 'done').map(({ day, timeZone, startMs }) => ({ day, timeZone, atMs: startMs })),
    ...weighings,
    { day: today, timeZone: localZone(), atMs: nowMs },
  ];
  const zones = listZones(entered, nowMs);
  return { ...assembled, world, settings, checkIns, planned, sessions, log, weighings, massKg, zones };
}

/**
 * The day of a planned session: the one it was planned for, in the zone where it was planned, or the waking day before it if it begins
 * before the sleep of that night. Who has flown east since may have it still ahead on a later day: then it is today's.
 */
function findPlannedDay({ day, atMs }: StoredPlanned, times: SleepTimes, today: Day, nowMs: number): Day {
  const on = keepWakingDay(day, atMs, times);
  return on < today && atMs >= nowMs ? today : on;
}

/** Reads the rows of a span, in one transaction. */
export function readRows(db: ReboundDatabase, { world, from, to, leaveOut = [] }: Span): Promise<StoredRows> {
  const { mornings } = spanMargins(from, to);
  const ahead = addDays(to, AHEAD_DAYS);
  const unless = <Row>(list: List, read: () => Promise<Row[]>): Promise<Row[]> | Row[] => (leaveOut.includes(list) ? [] : read());
  return db.transaction('r', inputTables(db), async () => {
    const [settings, measured, histories, activities, checkIns, planned, sessions, log, weighings, weighed] = await Promise.all([
      getSettings(db),
      morningsBetween(db, world, mornings.from, mornings.to),
      world === 'own' ? historyBetween(db, mornings.from, mornings.to) : [],
      readActivities(db, world, addDays(mornings.from, -1), addDays(mornings.to, 1)),
      checkInsBetween(db, world, from, to),
      unless('planned', () => plannedBetween(db, world, from, ahead)),
      unless('sessions', () => sessionsBetween(db, world === 'demo', earliestMs(addDays(from, -1)), latestMs(addDays(to, 1)))),
      unless('log', () => logBetween(db, world, addDays(from, -1), ahead)),
      unless('weighings', () => weighingsBetween(db, world, from, to)),
      lastWeighing(db, world, to),
    ]);
    const imported = histories.map(historyCheck);
    // What happened after midnight and before the sleep belongs to the waking day.
    const awake = <Row extends { readonly startMs: number; readonly timeZone: string; readonly day: Day }>(rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, day: keepWakingDay(row.day, row.startMs, settings, row.timeZone) }));
    const ofSpan = sessions
      .map((session) => ({ ...session, day: keepWakingDay(session.day, session.startedAtMs, settings, session.timeZone) }))
      .filter(({ day }) => day >= from && day <= to);
    const { profile } = settings;
    const massKg = profile.massKg ?? weighed?.beforeKg ?? null;
    return {
      world,
      from,
      to,
      profile,
      byEffort: goesByEffort(settings.contraindications),
      measured,
      imported,
      activities: awake(activities),
      settings,
      checkIns,
      planned,
      sessions: ofSpan,
      log: awake(log).filter(({ day }) => day >= from),
      weighings,
      massKg,
    };
  });
}

/** The activities of the days, and the last one before them, with their heart rates. */
async function readActivities(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<StoredActivity[]> {
  const [before, within] = await Promise.all([
    db.activities
      .where('[world+startMs]')
      .between([world, Dexie.minKey], [world, earliestMs(from)], true, false)
      .last(),
    activitiesBetween(db, world, earliestMs(from), latestMs(to)),
  ]);
  return withHeartRateTimes(db, before === undefined ? within : [before, ...within]);
}

/** When a day begins in the zone where it begins first (UTC+14), epoch ms. The day stored with each row decides. */
export function earliestMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - 14 * 3_600_000;
}

/** When a day ends in the zone where it ends last (UTC−12), epoch ms. */
export function latestMs(day: Day): number {
  return Date.parse(`${addDays(day, 1)}T00:00:00Z`) + 12 * 3_600_000;
}
