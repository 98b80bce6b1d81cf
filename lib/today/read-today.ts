import type { Day } from '../core/day';
import { type Conflict, type Plan, type PlanItem, planFor, type Situation, type WeekAdherence } from '../planner';
import { type ReboundDatabase, readWakingDay, type World } from '../storage';
import { findSteps } from './plan/next-step';
import { readSituation, type SituationNow } from './plan/situation';
import { findPlanEndMs } from './plan/stands-until';
import { toWeekAdherence } from './plan/week';
import { type DayReading, type DayWithInputs, readDayOfUser, readDayWithInputs } from './today';
import { findChangeMs } from './until';

/** What today is and what to do next: verdict, plan, next step and conflicts, computed once and shown everywhere. */
export interface Today extends DayReading, SituationNow {
  readonly day: Day;
  /** The next 72 h. */
  readonly plan: Plan;
  readonly week: WeekAdherence;
  /** Today's steps in order; the first is the next one. */
  readonly steps: readonly PlanItem[];
  /** Null if nothing is left to do today. */
  readonly next: PlanItem | null;
  readonly conflicts: readonly Conflict[];
  /** All of this holds until then, epoch ms, unless something is written first. */
  readonly untilMs: number;
  /** The verdict holds until then, epoch ms: it does not change with the plan. */
  readonly dayUntilMs: number;
}

/**
 * Today as every surface shows it: from the user's own data, or from the example if there is none. Writes nothing.
 * @param devices the devices at hand, which only the app's tab knows: they decide only which device an item names
 */
export async function readToday(db: ReboundDatabase, nowMs: number, devices: Situation['devices'] = []): Promise<Today> {
  return planDay(db, await readDayOfUser(db, nowMs), nowMs, devices);
}

/** Today in one world alone. An activity of the user's own never belongs to the example. */
export async function readTodayIn(db: ReboundDatabase, world: World, nowMs: number): Promise<Today> {
  return planDay(db, await readDayWithInputs(db, world, await readWakingDay(db, nowMs), nowMs), nowMs, []);
}

async function planDay(db: ReboundDatabase, known: DayWithInputs, nowMs: number, devices: Situation['devices']): Promise<Today> {
  const { reading } = known;
  const now = await readSituation(db, known, nowMs, devices);
  const plan = planFor(now.situation);
  const steps = findSteps(plan, reading.day, now.settings);
  const dayUntilMs = await findChangeMs(db, now, nowMs);
  return {
    ...reading,
    ...now,
    plan,
    week: toWeekAdherence(now, plan),
    steps,
    next: steps[0] ?? null,
    conflicts: plan.conflicts,
    untilMs: Math.min(findPlanEndMs(plan), dayUntilMs),
    dayUntilMs,
  };
}
