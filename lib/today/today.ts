import { addDays, type Day, toDay } from '../core/day';
import { inputTables, readInputs } from '../inputs';
import { type JudgedDay, judgeDay, type Readiness } from '../readiness';
import type { RuledOut } from '../readiness/mornings';
import { type Check, checksBetween, countChecks, type ReboundDatabase, type World } from '../storage';

/** Days back that the verdict looks at; the fatigue watch looks farthest. */
const BACK_DAYS = 81;

/** What every surface shows of today: the same reading, made in one place. */
export interface Today {
  readonly day: Day;
  readonly readiness: Readiness;
  /** Everything else that is said of the day: load, budget, clocks, fatigue, what would change the verdict. */
  readonly judged?: JudgedDay;
  /** The check that the reading rests on: the first readable one of the day, else the last that could not be read. */
  readonly check: Check | null;
  /** Why the check is no morning check, where it is none: it is judged by nothing, and enters nothing. */
  readonly ruledOut?: RuledOut | null;
  /** All of this is of the simulated strap: its own world, which the user's baseline never sees. */
  readonly demo: boolean;
}

/**
 * Reads the database and says what today is. `nowMs` decides the day, in the machine's present zone. Before the first check of their own,
 * users who have tried the simulated strap see what that one says.
 */
export async function readTodayOfUser(db: ReboundDatabase, nowMs: number): Promise<Today> {
  const day = toDay(nowMs);
  const own = await todayIn(db, 'own', day, nowMs);
  if (own.check !== null || own.readiness.days > 0 || own.readiness.contributors.length > 0 || (await countChecks(db, 'own')) > 0)
    return own;
  const demo = await todayIn(db, 'demo', day, nowMs);
  return demo.check === null ? own : demo;
}

/** The same of any day, for one world alone: the demo's checks count among themselves only. What began after `nowMs` does not count yet. */
export function todayIn(db: ReboundDatabase, world: World, day: Day, nowMs: number): Promise<Today> {
  return db.transaction('r', inputTables(db), async () => {
    const span = { world, from: addDays(day, -BACK_DAYS), to: day, nowMs, leaveOut: ['sessions', 'log', 'weighings'] } as const;
    const [ofToday, inputs] = await Promise.all([checksBetween(db, world, day, day), readInputs(db, span)]);
    const { mornings, standing: measured, checkIns, activities, loads, planned, profile, settings } = inputs;
    const standing = measured.find((one) => one.check.day === day);
    const check = ofToday.find(({ id }) => id === standing?.id) ?? ofToday.at(-1) ?? null;
    const counts = standing?.check ?? null;
    const judged = judgeDay({
      day,
      nowMs,
      checks: mornings,
      today: counts,
      unreadable: check !== null && counts === null,
      checkedAtMs: counts === null ? null : (check?.startedAtMs ?? null),
      checkIns,
      activities,
      loads,
      planned: planned.filter((one) => one.day >= day),
      massKg: profile.massKg,
      widthSd: settings.rangeWidthSd,
    });
    return { day, readiness: judged.readiness, judged, check, ruledOut: standing?.out ?? null, demo: world === 'demo' };
  });
}
