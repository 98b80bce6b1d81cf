import { addDays, type Day, toDay } from '../core/day';
import { type DayEvent, type JudgedDay, judgeDay, type Readiness } from '../readiness';
import { countedMornings, firstTraining, type RuledOut } from '../readiness/mornings';
import {
  activitiesBetween,
  type Check,
  checkInsBetween,
  checksBetween,
  countChecks,
  getSettings,
  historyBetween,
  historyCheck,
  morningsBetween,
  plannedBetween,
  type ReboundDatabase,
  type TrainingEvent,
  type World,
  withHeartRateTimes,
} from '../storage';

/** Days back that the verdict looks at checks and answers (the fatigue watch farthest), and at activities: fitness forgets in 42 days. */
const CHECK_DAYS = 81;
const ACTIVITY_DAYS = 180;
/** Days ahead that are looked at for one without a session. */
const PLANNED_DAYS = 8;

/** How a day is judged, made in one place. `readToday` adds the plan. */
export interface DayReading {
  readonly day: Day;
  /** `demo`: all of this is of the simulated strap, which the user's own baseline never sees. */
  readonly world: World;
  readonly readiness: Readiness;
  /** Everything else that is said of the day: load, budget, clocks, fatigue, what would change the verdict. */
  readonly judged: JudgedDay;
  /** The check that the reading rests on: the first readable one of the day, else the last that could not be read. */
  readonly check: Check | null;
  /** Why the check is no morning check, where it is none: it is judged by nothing, and enters nothing. */
  readonly ruledOut: RuledOut | null;
}

/**
 * Reads the database and judges today. `nowMs` decides the day, in the machine's present zone. Before the first check of their own, users
 * who have tried the simulated strap see what that one says.
 */
export async function readDayOfUser(db: ReboundDatabase, nowMs: number): Promise<DayReading> {
  const day = toDay(nowMs);
  const own = await readDay(db, 'own', day, nowMs);
  if (own.check !== null || own.readiness.days > 0 || own.readiness.contributors.length > 0 || (await countChecks(db, 'own')) > 0)
    return own;
  const demo = await readDay(db, 'demo', day, nowMs);
  return demo.check === null ? own : demo;
}

/** The same of any day, for one world alone: the demo's checks count among themselves only. What began after `nowMs` does not count yet. */
export function readDay(db: ReboundDatabase, world: World, day: Day, nowMs: number): Promise<DayReading> {
  const tables = [db.checks, db.mornings, db.histories, db.checkIns, db.activities, db.heartRates, db.planned, db.settings];
  return db.transaction('r', tables, async () => {
    const from = addDays(day, -CHECK_DAYS);
    const [ofToday, mornings, histories, checkIns, activities, planned, settings] = await Promise.all([
      checksBetween(db, world, day, day),
      morningsBetween(db, world, from, day),
      world === 'own' ? historyBetween(db, from, day) : [],
      checkInsBetween(db, world, from, day),
      // Past now as well: who follows this reading must hear of what began since.
      activitiesBetween(db, world, Date.parse(addDays(day, -ACTIVITY_DAYS)), Date.parse(addDays(day, 2))).then((all) =>
        withHeartRateTimes(db, all),
      ),
      plannedBetween(db, world, day, addDays(day, PLANNED_DAYS)),
      getSettings(db),
    ]);
    const counted = countedMornings(mornings, firstTraining(activities, mornings));
    const standing = counted.find((one) => one.check.day === day);
    const check = ofToday.find(({ id }) => id === standing?.id) ?? ofToday.at(-1) ?? null;
    const counts = standing?.check ?? null;
    const judged = judgeDay({
      day,
      nowMs,
      // What came from elsewhere stands before what was measured here: of one day the measured one counts.
      checks: [...histories.map(historyCheck), ...counted.map((one) => one.check)],
      today: counts,
      unreadable: check !== null && counts === null,
      checkedAtMs: counts === null ? null : (check?.startedAtMs ?? null),
      checkIns,
      activities: activities.filter((activity) => activity.day <= day && activity.startMs < nowMs),
      planned,
      profile: settings.profile,
      ticked: settings.contraindications,
      events: toDayEvents(settings.events),
      widthSd: settings.rangeWidthSd,
    });
    return { day, world, readiness: judged.readiness, judged, check, ruledOut: standing?.out ?? null };
  });
}

/** Events with their local days, in the machine's present zone. */
export function toDayEvents(events: readonly TrainingEvent[]): DayEvent[] {
  return events.map(({ kind, atMs }) => ({ kind, atMs, day: toDay(atMs) }));
}
