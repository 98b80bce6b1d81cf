import { findExclusions, screeningDue } from '../catalogue';
import { addDays, type Day } from '../core/day';
import { findWakingDay, type SleepTimes } from '../core/waking-day';
import { chooseWorld, type Inputs, inputTables, readInputs } from '../inputs';
import { type DayEvent, FATIGUE_BACK_DAYS, type JudgedDay, judgeDay, type Readiness } from '../readiness';
import type { RuledOut } from '../readiness/mornings';
import {
  type Check,
  checksBetween,
  isMeant,
  type ReboundDatabase,
  readWakingDay,
  type Settings,
  type TrainingEvent,
  type World,
} from '../storage';

/** The judgement of one day, computed in one place. `readToday` adds the plan. */
export interface DayReading {
  readonly day: Day;
  /** `demo`: everything here comes from the simulated strap, which never enters the user's own baseline. */
  readonly world: World;
  readonly readiness: Readiness;
  /** Everything else about the day: load, budget, clocks, fatigue, and what would change the verdict. */
  readonly judged: JudgedDay;
  /** The check that the reading uses: the first readable one of the day, else the last unreadable one. */
  readonly check: Check | null;
  /**
   * Why the check is no morning check; null if it is one, or there is none. A ruled-out check is never judged and enters no calculation.
   */
  readonly ruledOut: RuledOut | null;
}

/** A reading with the inputs it was made from. */
export interface DayWithInputs {
  readonly reading: DayReading;
  readonly inputs: Inputs;
}

/**
 * Reads the database and judges today: the waking day that `nowMs` lies in. Users who have tried the simulated strap see its reading until
 * there is anything of their own (`chooseWorld`).
 */
export async function readDayOfUser(db: ReboundDatabase, nowMs: number): Promise<DayWithInputs> {
  const [world, day] = await Promise.all([chooseWorld(db), readWakingDay(db, nowMs)]);
  return readDayWithInputs(db, world, day, nowMs);
}

/** Judges any day in one world alone: the demo's checks count only among themselves. Ignores what began after `nowMs`. */
export async function readDay(db: ReboundDatabase, world: World, day: Day, nowMs: number): Promise<DayReading> {
  return (await readDayWithInputs(db, world, day, nowMs)).reading;
}

/** Same as `readDay`, with the inputs. */
export function readDayWithInputs(db: ReboundDatabase, world: World, day: Day, nowMs: number): Promise<DayWithInputs> {
  return db.transaction('r', inputTables(db), async () => {
    // Of all that the verdict rests on, the fatigue watch looks back farthest.
    const span = { world, from: addDays(day, -FATIGUE_BACK_DAYS), to: day, nowMs, leaveOut: ['sessions'] } as const;
    const [ofToday, inputs] = await Promise.all([checksBetween(db, world, day, day), readInputs(db, span)]);
    const { mornings, standing: measured, checkIns, activities, loads, planned, settings } = inputs;
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
      zones: inputs.zones,
      activities,
      loads,
      planned: planned.filter((one) => one.day >= day && isMeant(one)),
      massKg: showsCarbohydrate(settings, nowMs) ? inputs.massKg : null,
      ticked: settings.contraindications,
      events: toDayEvents(settings),
      widthSd: settings.rangeWidthSd,
    });
    const reading = { day, world, readiness: judged.readiness, judged, check, ruledOut: standing?.out ?? null };
    return { reading, inputs };
  });
}

/** Whether grams of carbohydrate may be shown: the fuel clock names them only for a known body mass. */
function showsCarbohydrate(settings: Settings, nowMs: number): boolean {
  const { contraindications: ticked, screening, doctorAgreed } = settings;
  const { figures } = findExclusions({ ticked, doctorAgreed, ill: false, injured: false, pain: [] });
  return screeningDue(screening, nowMs) === null && !figures.has('carbohydrate-figures');
}

/** Events that the user did not drop, with their waking days, in the machine's current time zone. */
export function toDayEvents({ events, ...times }: SleepTimes & { readonly events: readonly TrainingEvent[] }): DayEvent[] {
  return events.filter(({ answer }) => answer?.offer !== 'drop').map(({ kind, atMs }) => ({ kind, atMs, day: findWakingDay(atMs, times) }));
}
