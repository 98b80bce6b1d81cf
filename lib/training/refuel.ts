import { roundTo } from '../core/numbers';
import { HOUR_MS } from '../core/time';
import { type Effort, isWorkout, judgeEffort, LONG_MIN } from './effort';
import { endMs } from './score';
import type { ScoredActivity } from './types';

/** Which sessions empty the muscles' glycogen stores, and what refills them. The clock, the plan and the food card all use this. */

/** Refilling empty stores takes about a day, with 8–10 g of carbohydrate per kg of body mass over it (Sherman 1992). */
export const REFUEL_H = 24;
export const REFUEL_G_PER_KG = [8, 10] as const;
const STEP_G = 10;

/** Whether a workout empties the stores: a hard or a long one does. Our choice. */
export function emptiesStores({ effort, minutes }: { readonly effort: Effort; readonly minutes: number }): boolean {
  return effort === 'hard' || minutes >= LONG_MIN;
}

/** Whether a finished activity emptied the stores. */
export function hasEmptiedStores(activity: ScoredActivity): boolean {
  const effort = judgeEffort(activity);
  return isWorkout(activity.sport, effort) && emptiesStores({ effort, minutes: activity.movingTimeS / 60 });
}

/** The last activity that emptied the stores, while they are still being refilled; null if there is none. */
export function findRefuelling<A extends ScoredActivity>(activities: readonly A[], nowMs: number): A | null {
  let last: A | null = null;
  for (const one of activities) {
    const sinceMs = nowMs - endMs(one);
    if (sinceMs < 0 || sinceMs >= REFUEL_H * HOUR_MS || !hasEmptiedStores(one)) continue;
    if (last === null || endMs(one) > endMs(last)) last = one;
  }
  return last;
}

/** Grams of carbohydrate, from and to, over the day after a session that emptied the stores. Rounded to 10 g. */
export function refuelGrams(massKg: number): readonly [number, number] {
  const [low, high] = REFUEL_G_PER_KG;
  return [roundTo(low * massKg, STEP_G), roundTo(high * massKg, STEP_G)];
}
