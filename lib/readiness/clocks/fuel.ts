import { roundTo } from '../../core/numbers';
import { HOUR_MS } from '../../core/time';
import { endMs, isStrength, type ScoredActivity } from '../../training';

/** How long refilling the muscles' glycogen takes: about a day after a session that emptied it, with 8–10 g of carbohydrate per kg (Sherman 1992). */
const FULL_H = 24;
const CARBOHYDRATE_G_PER_KG = [8, 10] as const;
/** Load of a session that empties the store: ours, an hour at threshold. Strength work costs about half of that. Ours. */
const EMPTYING_SCORE = 100;
const STRENGTH_SHARE = 0.5;
/** Bands, never to the hour: this much less and more, in steps of six hours. Ours. */
const SPREAD = 0.25;
const STEP_H = 6;
const LOOK_BACK_H = 72;

/** Hours from now, as a band; null where nothing is to be refilled. Grams null without a body mass. */
export interface FuelClock {
  readonly hoursFrom: number;
  readonly hoursTo: number;
  readonly carbohydrateG: readonly [number, number] | null;
}

export function fuelClock(activities: readonly ScoredActivity[], nowMs: number, massKg: number | null): FuelClock | null {
  let [deficit, atMs] = [0, nowMs - LOOK_BACK_H * HOUR_MS];
  for (const activity of [...activities].sort((a, b) => endMs(a) - endMs(b))) {
    const ended = endMs(activity);
    if (ended < atMs || activity.startMs > nowMs) continue;
    const end = Math.min(ended, nowMs);
    deficit = refilled(deficit, end - atMs);
    deficit = Math.min(1, deficit + (activity.score / EMPTYING_SCORE) * (isStrength(activity) ? STRENGTH_SHARE : 1));
    atMs = end;
  }
  deficit = refilled(deficit, nowMs - atMs);
  const hours = deficit * FULL_H;
  const [hoursFrom, hoursTo] = [floorHours(hours * (1 - SPREAD)), ceilHours(hours * (1 + SPREAD))];
  if (hoursTo === 0) return null;
  const [low, high] = CARBOHYDRATE_G_PER_KG;
  const grams = (perKg: number) => roundTo(perKg * (massKg ?? 0) * deficit, 10);
  return { hoursFrom, hoursTo, carbohydrateG: massKg === null ? null : [grams(low), grams(high)] };
}

function refilled(deficit: number, ms: number): number {
  return Math.max(0, deficit - Math.max(0, ms) / HOUR_MS / FULL_H);
}

const floorHours = (hours: number) => STEP_H * Math.floor(hours / STEP_H);
const ceilHours = (hours: number) => STEP_H * Math.ceil(hours / STEP_H - 1e-9);
