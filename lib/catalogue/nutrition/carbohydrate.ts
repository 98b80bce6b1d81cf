import { refuelGrams } from '../../training';
import type { Grams } from './protein';

/** Carbohydrate in grams: for the next session and to refill after the last, never a day's total. */

/** g/kg before a session (Running recovery). */
export const BEFORE_G_PER_KG = [1, 4] as const;

/** g/kg an hour, for up to four hours, between two starts less than eight hours apart (AND, DC and ACSM 2016). */
export const BETWEEN_G_PER_KG_HOUR = [1, 1.2] as const;

/** An hour between two starts. */
export function carbohydrateBetween(massKg: number): Grams {
  const [low, high] = BETWEEN_G_PER_KG_HOUR;
  return { low: Math.round(low * massKg), high: Math.round(high * massKg) };
}

/** In the hours before: 1–4 g/kg, about one for each remaining hour (ours). */
export function carbohydrateBefore(massKg: number, hoursBefore: number): Grams {
  const [least, most] = BEFORE_G_PER_KG;
  const perKg = Math.min(most, Math.max(least, Math.floor(hoursBefore)));
  return { low: Math.round(least * massKg), high: Math.round(perKg * massKg) };
}

/** Over the 24 h after a session that emptied the stores: the same grams as the fuel clock. */
export function carbohydrateAfter(massKg: number): Grams {
  const [low, high] = refuelGrams(massKg);
  return { low, high };
}
