import type { Day } from '../../core/day';
import { HOUR_MS } from '../../core/time';
import {
  endMs,
  type FuelSession,
  findCarbohydrateOn,
  findRefuelling,
  hasEmptiedStores,
  isStrength,
  REFUEL_H,
  type ScoredActivity,
  toGrams,
} from '../../training';

/**
 * The load that uses up all stores in a session that is neither hard nor long: an hour at threshold. Strength work uses about half of that.
 * Ours.
 */
const EMPTYING_SCORE = 100;
const STRENGTH_SHARE = 0.5;
/** The width of the range, never exact: this much less and more, in steps of six hours. Ours. */
const SPREAD = 0.25;
const STEP_H = 6;
const LOOK_BACK_H = 72;

/** A range of hours from now. Grams of carbohydrate of this day; null without a body mass, and if usual meals are enough. */
export interface FuelClock {
  readonly hoursFrom: number;
  readonly hoursTo: number;
  readonly carbohydrateG: readonly [number, number] | null;
  /** A session asks for more than usual meals. */
  readonly emptied: boolean;
}

/** The day that the grams are for, with its sessions that are still to come. */
export interface FuelDay {
  readonly day: Day;
  readonly planned: readonly FuelSession[];
}

/** Null if there is nothing to refill. Without `of`, the grams are those of the day of the last session. */
export function fuelClock(
  activities: readonly ScoredActivity[],
  nowMs: number,
  massKg: number | null,
  of: FuelDay | null = null,
): FuelClock | null {
  let [deficit, atMs] = [0, nowMs - LOOK_BACK_H * HOUR_MS];
  for (const activity of [...activities].sort((a, b) => endMs(a) - endMs(b))) {
    const ended = endMs(activity);
    if (ended < atMs || activity.startMs > nowMs) continue;
    const end = Math.min(ended, nowMs);
    deficit = refilled(deficit, end - atMs);
    const used = (activity.score / EMPTYING_SCORE) * (isStrength(activity) ? STRENGTH_SHARE : 1);
    deficit = ended <= nowMs && hasEmptiedStores(activity) ? 1 : Math.min(1, deficit + used);
    atMs = end;
  }
  deficit = refilled(deficit, nowMs - atMs);
  const hours = deficit * REFUEL_H;
  const [hoursFrom, hoursTo] = [floorHours(hours * (1 - SPREAD)), ceilHours(hours * (1 + SPREAD))];
  if (hoursTo === 0) return null;
  const last = findRefuelling(activities, nowMs);
  const { day, planned } = of ?? { day: last?.day ?? '', planned: [] };
  const carbohydrateG = last === null || massKg === null ? null : toGrams(findCarbohydrateOn(day, activities, planned), massKg);
  return { hoursFrom, hoursTo, carbohydrateG, emptied: last !== null };
}

function refilled(deficit: number, ms: number): number {
  return Math.max(0, deficit - ms / HOUR_MS / REFUEL_H);
}

const floorHours = (hours: number) => STEP_H * Math.floor(hours / STEP_H);
const ceilHours = (hours: number) => STEP_H * Math.ceil(hours / STEP_H - 1e-9);
