import { addDays, type Day } from '../core/day';
import { offsetMs } from '../core/local-time';
import { roundTo } from '../core/numbers';
import { sum } from '../core/statistics';
import { HOUR_MS, MINUTE_MS } from '../core/time';
import { type Effort, isWorkout, judgeEffort, LONG_MIN } from './effort';
import { endMs, isStrength } from './score';
import type { PlannedSession, ScoredActivity } from './types';

/** How much carbohydrate a day of training asks for. The fuel clock, the plan and the food card all use this one figure. */

/** Refilling empty stores takes about a day (Sherman 1992). */
export const REFUEL_H = 24;

type Range = readonly [number, number];

/** As much of a session as its fuel depends on. */
export interface FuelSession {
  readonly minutes: number;
  readonly effort: Effort;
  readonly strength: boolean;
}

/** What a minute counts, compared with a moderate one, and strength work compared with endurance. Our choice. */
const PER_MINUTE: Readonly<Record<Effort, number>> = { easy: 2 / 3, moderate: 1, hard: 1.25 };
const STRENGTH_SHARE = 0.5;

/** The minutes of moderate endurance work that use as much carbohydrate. */
export function toFuelMinutes({ minutes, effort, strength }: FuelSession): number {
  return minutes * PER_MINUTE[effort] * (strength ? STRENGTH_SHARE : 1);
}

/** Below this a day is light; a moderate session of this length is "about an hour". Our choice. */
const LIGHT_UNDER_MIN = 45;

/**
 * Grams of carbohydrate for each kg of body mass over a day, by its minutes of moderate work. The bands are those of AND, DC and
 * ACSM 2016: light 3–5, about an hour 5–7, one to three hours 6–10, more only beyond that. Which part of 6–10 holds is our choice.
 */
const BANDS: readonly { readonly underMin: number; readonly perKg: Range }[] = [
  { underMin: LIGHT_UNDER_MIN, perKg: [3, 5] },
  { underMin: LONG_MIN, perKg: [5, 7] },
  { underMin: 150, perKg: [6, 8] },
  // Three hours are included.
  { underMin: 181, perKg: [7, 10] },
  { underMin: Number.POSITIVE_INFINITY, perKg: [8, 12] },
];
export const LIGHT_DAY_G_PER_KG: Range = [3, 5];
const STEP_G = 10;

/**
 * Grams of carbohydrate for each kg of body mass on a day.
 * @param ofDay all its sessions, done or planned
 * @param evening those of the day before that ended after its noon: refilling after them reaches far into this day
 */
export function findCarbohydratePerKg(ofDay: readonly FuelSession[], evening: readonly FuelSession[]): Range {
  const most = Math.max(sum(ofDay.map(toFuelMinutes)), sum(evening.map(toFuelMinutes)));
  return BANDS.find(({ underMin }) => most < underMin)?.perKg ?? LIGHT_DAY_G_PER_KG;
}

/** Grams for a body mass, kg; rounded to 10 g. */
export function toGrams([low, high]: Range, massKg: number): Range {
  return [roundTo(low * massKg, STEP_G), roundTo(high * massKg, STEP_G)];
}

/**
 * What is still to eat of a day's grams, if the part of the waking day that is gone (0 … 1) was eaten as on a light day. Our choice: nobody
 * is asked what they ate.
 */
export function findStillToEat(perKg: Range, massKg: number, gone: number): Range {
  const [low, high] = perKg.map((each, at) => Math.max(0, each - (LIGHT_DAY_G_PER_KG[at] ?? 0) * gone) * massKg);
  const ends = [roundTo(low ?? 0, STEP_G), roundTo(high ?? 0, STEP_G)].sort((a, b) => a - b);
  return [ends[0] ?? 0, ends[1] ?? 0];
}

/** The length of an event that was entered without a session, minutes. Our choice. */
export const EVENT_MINUTES = { race: 120, 'hard-session': 60 } as const;
/** A planned session this close to an event is that event. */
export const SAME_EVENT_MS = 30 * MINUTE_MS;

/** The workouts of a day that have not begun: planned sessions, and events without one. */
export function toFuelSessions(
  planned: readonly (PlannedSession & { readonly day: Day })[],
  events: readonly { readonly kind: keyof typeof EVENT_MINUTES; readonly atMs: number; readonly day: Day }[],
  day: Day,
  nowMs: number,
): FuelSession[] {
  const isAhead = (one: { readonly day: Day; readonly atMs: number }) => one.day === day && one.atMs > nowMs;
  const sessions = planned.filter((one) => isAhead(one) && isWorkout(one.sport, one.intensity));
  const bare = events.filter((one) => isAhead(one) && !planned.some(({ atMs }) => Math.abs(atMs - one.atMs) <= SAME_EVENT_MS));
  return [
    ...sessions.map(({ minutes, intensity, sport }) => ({ minutes, effort: intensity, strength: sport === 'strength' })),
    ...bare.map(({ kind }) => ({ minutes: EVENT_MINUTES[kind], effort: 'hard' as const, strength: false })),
  ];
}

/** A finished activity, as its fuel depends on it; null for one that needs none, such as a walk. */
function toFuelSession(activity: ScoredActivity): FuelSession | null {
  const effort = judgeEffort(activity);
  if (!isWorkout(activity.sport, effort)) return null;
  return { minutes: activity.movingTimeS / 60, effort, strength: isStrength(activity) };
}

/** Grams of carbohydrate for each kg of body mass on a day, from what was done and what is planned on it. */
export function findCarbohydrateOn(
  day: Day,
  activities: readonly (ScoredActivity & { readonly timeZone?: string })[],
  planned: readonly FuelSession[],
): Range {
  const before = addDays(day, -1);
  const fuel = (of: readonly ScoredActivity[]) => of.flatMap((one) => toFuelSession(one) ?? []);
  const evening = activities.filter((one) => one.day === before && endsAfterNoon(one));
  return findCarbohydratePerKg([...fuel(activities.filter((one) => one.day === day)), ...planned], fuel(evening));
}

function endsAfterNoon(activity: ScoredActivity & { readonly timeZone?: string }): boolean {
  const ended = endMs(activity);
  const localMs = ended + offsetMs(ended, activity.timeZone ?? 'UTC');
  return localMs >= Date.parse(`${activity.day}T12:00:00Z`);
}

/** Whether a finished activity asks for more carbohydrate than a light day has. */
export function needsRefuelling(activity: ScoredActivity): boolean {
  const session = toFuelSession(activity);
  return session !== null && toFuelMinutes(session) >= LIGHT_UNDER_MIN;
}

/** Whether a finished activity emptied the stores: as much as an hour and a half of moderate work. Our choice. */
export function hasEmptiedStores(activity: ScoredActivity): boolean {
  const session = toFuelSession(activity);
  return session !== null && toFuelMinutes(session) >= LONG_MIN;
}

/** The last activity that needs refuelling, while that lasts; null if there is none. */
export function findRefuelling<A extends ScoredActivity>(activities: readonly A[], nowMs: number): A | null {
  let last: A | null = null;
  for (const one of activities) {
    const sinceMs = nowMs - endMs(one);
    if (sinceMs < 0 || sinceMs >= REFUEL_H * HOUR_MS || !needsRefuelling(one)) continue;
    if (last === null || endMs(one) > endMs(last)) last = one;
  }
  return last;
}
