import type { Day } from '../core/day';
import {
  type Budget,
  computeBudget,
  computeLoad,
  type DayLoad,
  type Load,
  type PlannedSession,
  type ScoredActivity,
  toFuelSessions,
} from '../training';
import { type Clocks, setClocks } from './clocks';
import { watchFatigue } from './fatigue-watch';
import type { DayEvent } from './race-day';
import { judgeMorning } from './readiness';
import { type SessionAdvice, toSessions } from './sessions';
import type { Change, DayCheck, DayCheckIn, DayNight, DayZone, FatigueWatch, Readiness, ReadinessInput } from './types';

/** What is known about a day and the days before. Everything except day and time may be empty. */
export interface DayInput {
  readonly day: Day;
  readonly nowMs: number;
  /** Checks that count, including today's, from `FATIGUE_BACK_DAYS` back on. */
  readonly checks: readonly DayCheck[];
  readonly today: DayCheck | null;
  readonly unreadable?: boolean;
  readonly checkedAtMs?: number | null;
  readonly checkIns: readonly DayCheckIn[];
  /** Nights as a watch or ring tells them, and the time zones that days were recorded in. Omitted: unknown. */
  readonly nights?: readonly DayNight[];
  readonly zones?: readonly DayZone[];
  /** Activities that have begun, oldest first, and the load of every day up to this one, from `FATIGUE_BACK_DAYS` back on. */
  readonly activities: readonly ScoredActivity[];
  readonly loads: readonly DayLoad[];
  readonly massKg: number | null;
  readonly planned?: readonly (PlannedSession & { readonly day: Day })[];
  /** Codes ticked in the health questions: illness and injury come before numbers. Omitted: none. */
  readonly ticked?: readonly string[];
  /** Races and hard sessions entered ahead. Omitted: none. */
  readonly events?: readonly DayEvent[];
  readonly widthSd?: number;
}

export interface JudgedDay {
  readonly readiness: Readiness;
  /** What would have made a better verdict. */
  readonly changes: readonly Change[];
  readonly load: Load;
  readonly loads: readonly DayLoad[];
  readonly activities: readonly ScoredActivity[];
  /** Null when unknown or not to be shown: easy, rest, learning, illness, injury, low confidence. */
  readonly budget: Budget | null;
  readonly fatigue: FatigueWatch;
  readonly clocks: Clocks;
  readonly sessions: readonly SessionAdvice[];
}

/** Everything about a day, each part based on the ones before it: load, fatigue, readiness, budget, clocks. */
export function judgeDay(input: DayInput): JudgedDay {
  const { day, nowMs, checks, today, checkIns, activities, loads, massKg, nights = [], zones = [] } = input;
  const load = computeLoad(loads, day);
  // What led to this morning, without what was done since.
  const before = computeLoad(
    loads.filter((one) => one.day < day),
    day,
  );
  const fatigue = watchFatigue({ day, checks, checkIns, activities, loads, zones });
  const mornings: ReadinessInput = {
    day,
    checks,
    today,
    unreadable: input.unreadable ?? false,
    checkIns,
    nights,
    zones,
    activities,
    load: before,
    fatigue,
    checkedAtMs: input.checkedAtMs ?? null,
    ticked: input.ticked ?? [],
    events: input.events ?? [],
    ...(input.widthSd === undefined ? {} : { widthSd: input.widthSd }),
  };
  const { readiness, changes } = judgeMorning(mornings);
  const checkIn = checkIns.find((one) => one.day === day);
  return {
    readiness,
    changes,
    load,
    loads,
    activities,
    budget: tellsBudget(readiness) ? computeBudget(loads, activities, day, readiness.verdict === 'push') : null,
    fatigue,
    clocks: setClocks(
      readiness,
      activities,
      checkIn,
      nowMs,
      massKg,
      { day, planned: toFuelSessions(input.planned ?? [], input.events ?? [], day, nowMs) },
      input.events,
    ),
    sessions: toSessions(readiness, input.planned ?? [], day, nowMs),
  };
}

function tellsBudget({ verdict, confidence }: Readiness): boolean {
  return (verdict === 'push' || verdict === 'normal') && confidence !== 'low';
}
