import type { Grams } from './protein';

/** Carbohydrate in grams: for the work ahead and to refill after it, never a total of a day's food. */

/** In the hours before: 1–4 g/kg (004), about one for each hour that is left (ours). */
export function carbohydrateBefore(massKg: number, hoursBefore: number): Grams {
  const perKg = Math.min(4, Math.max(1, Math.floor(hoursBefore)));
  return { low: Math.round(massKg), high: Math.round(perKg * massKg) };
}

/** Over the 24 h after a session that emptied the stores: 8–10 g/kg (Sherman 1992). */
export function carbohydrateAfter(massKg: number): Grams {
  return { low: Math.round(8 * massKg), high: Math.round(10 * massKg) };
}
