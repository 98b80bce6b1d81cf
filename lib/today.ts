import { addDays, type Day, dayOf } from './day';
import { type DayCheck, type JudgedDay, judgeDay, type Readiness } from './readiness';
import {
  activitiesBetween,
  type Check,
  checkInsBetween,
  checksBetween,
  countChecks,
  getSettings,
  historyBetween,
  historyCheck,
  plannedBetween,
  type ReboundDatabase,
  type World,
  withHeartRateTimes,
} from './storage';

/** Shortest counted stretch, in s of beat time, that may enter the baseline. */
const LEAST_COUNTED_S = 55;
/** Days back that the verdict looks at checks and answers (the fatigue watch farthest), and at activities: fitness forgets in 42 days. */
const CHECK_DAYS = 81;
const ACTIVITY_DAYS = 180;
/** Days ahead that are looked at for one without a session. */
const PLANNED_DAYS = 8;

/** What every surface shows of today: the same reading, made in one place. */
export interface Today {
  readonly day: Day;
  readonly readiness: Readiness;
  /** Everything else that is said of the day: load, budget, clocks, fatigue, what would change the verdict. */
  readonly judged?: JudgedDay;
  /** The check that the reading rests on: the first readable one of the day, else the last that could not be read. */
  readonly check: Check | null;
  /** All of this is of the simulated strap: its own world, which the user's baseline never sees. */
  readonly demo: boolean;
}

/** Whether a check may enter the baseline: long enough, and readable. */
export function isReadable(check: Check): boolean {
  const { rating } = check.summary.quality;
  const beats = check.summary.beats;
  const meanRr = check.summary.raw.meanRrMs ?? 0;
  return (
    check.summary.corrected.lnRmssd !== null && (beats * meanRr) / 1000 >= LEAST_COUNTED_S && rating !== 'poor' && rating !== 'unusable'
  );
}

/** What a check is to readiness; null without a figure. A strap that is not known is one of its own. */
export function dayCheckOf({
  day,
  summary,
  sensor,
  posture,
  breathing,
}: Omit<Check, 'rrTicks' | 'errorMs' | 'packets' | 'gaps'>): DayCheck | null {
  const { corrected, meanHrBpm, quality } = summary;
  if (corrected.lnRmssd === null) return null;
  const series = { sensor: sensor?.class ?? 'unknown', strap: sensor?.id ?? null, posture, breathing: breathing.kind } as const;
  return { day, lnRmssd: corrected.lnRmssd, hrBpm: meanHrBpm, series, rating: quality.rating === 'good' ? 'good' : 'fair' };
}

/** One check a day, the first readable one: later ones of a day are kept, but do not count. Oldest first. */
export function countedDays(checks: readonly Check[]): DayCheck[] {
  const days = new Map<Day, DayCheck>();
  for (const check of checks) {
    const counts = dayCheckOf(check);
    if (days.has(check.day) || counts === null || !isReadable(check)) continue;
    days.set(check.day, counts);
  }
  return [...days.values()];
}

/**
 * Reads the database and says what today is. `nowMs` decides the day, in the machine's present zone. Before the first check of their own,
 * users who have tried the simulated strap see what that one says.
 */
export async function loadToday(db: ReboundDatabase, nowMs: number): Promise<Today> {
  const day = dayOf(nowMs);
  const own = await todayIn(db, 'own', day, nowMs);
  if (own.check !== null || own.readiness.days > 0 || own.readiness.contributors.length > 0 || (await countChecks(db, 'own')) > 0)
    return own;
  const demo = await todayIn(db, 'demo', day, nowMs);
  return demo.check === null ? own : demo;
}

/** The same of any day, for one world alone: the demo's checks count among themselves only. What began after `nowMs` does not count yet. */
export async function todayIn(db: ReboundDatabase, world: World, day: Day, nowMs: number): Promise<Today> {
  const from = addDays(day, -CHECK_DAYS);
  const [checks, histories, checkIns, activities, planned, settings] = await Promise.all([
    checksBetween(db, world, from, day),
    world === 'own' ? historyBetween(db, from, day) : [],
    checkInsBetween(db, world, from, day),
    activitiesBetween(db, world, Date.parse(addDays(day, -ACTIVITY_DAYS)), Math.min(nowMs, Date.parse(addDays(day, 2)))).then((all) =>
      withHeartRateTimes(db, all),
    ),
    plannedBetween(db, world, day, addDays(day, PLANNED_DAYS)),
    getSettings(db),
  ]);
  const ofToday = checks.filter((check) => check.day === day);
  const counted = countedDays(checks);
  const check = ofToday.find(isReadable) ?? ofToday.at(-1) ?? null;
  const counts = counted.find((one) => one.day === day) ?? null;
  const judged = judgeDay({
    day,
    nowMs,
    // What came from elsewhere stands before what was measured here: of one day the measured one counts.
    checks: [...histories.map(historyCheck), ...counted],
    today: counts,
    unreadable: check !== null && counts === null,
    checkedAtMs: counts === null ? null : (check?.startedAtMs ?? null),
    checkIns,
    activities: activities.filter((activity) => activity.day <= day),
    planned,
    profile: settings.profile,
    widthSd: settings.rangeWidthSd,
  });
  return { day, readiness: judged.readiness, judged, check, demo: world === 'demo' };
}
