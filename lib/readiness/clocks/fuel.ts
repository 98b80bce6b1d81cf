import { HOUR_MS } from '../../core/time';
import { endMs, findRefuelling, hasEmptiedStores, isStrength, REFUEL_H, refuelGrams, type ScoredActivity } from '../../training';

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

/** A range of hours from now. Grams for the day after the session; null without a body mass, and if usual meals are enough. */
export interface FuelClock {
  readonly hoursFrom: number;
  readonly hoursTo: number;
  readonly carbohydrateG: readonly [number, number] | null;
  /** A session emptied the stores; otherwise usual meals refill them. */
  readonly emptied: boolean;
}

/** Null if there is nothing to refill. */
export function fuelClock(activities: readonly ScoredActivity[], nowMs: number, massKg: number | null): FuelClock | null {
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
  const emptied = findRefuelling(activities, nowMs) !== null;
  return { hoursFrom, hoursTo, carbohydrateG: emptied && massKg !== null ? refuelGrams(massKg) : null, emptied };
}

function refilled(deficit: number, ms: number): number {
  return Math.max(0, deficit - ms / HOUR_MS / REFUEL_H);
}

const floorHours = (hours: number) => STEP_H * Math.floor(hours / STEP_H);
const ceilHours = (hours: number) => STEP_H * Math.ceil(hours / STEP_H - 1e-9);
