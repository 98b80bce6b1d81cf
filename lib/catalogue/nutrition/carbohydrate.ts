import { clamp } from '../../core/numbers';
import { findStillToEat, LIGHT_DAY_G_PER_KG, toGrams } from '../../training';

/** Carbohydrate in grams: for the day, before the next session, and between two starts. Never counted for those who must not count. */

type Range = readonly [number, number];

/** g/kg in the hours before a session (Running recovery). */
export const BEFORE_G_PER_KG: Range = [1, 4];
/** g/kg at one to two hours before, when there was no time for a meal (AND, DC and ACSM 2016 from 1 h on; the upper end is our choice). */
const NEAR_G_PER_KG: Range = [1, 2];

/** Something to eat before a session. Minutes count back from its start. */
export interface MealBefore {
  readonly kind: 'meal' | 'small-meal' | 'snack';
  /** May begin from here on, and begins at the latest here. */
  readonly fromMin: number;
  readonly toMin: number;
  /** Null: a bite, without a figure. */
  readonly perKg: Range | null;
}

/**
 * What to eat before a session: a meal 3–4 h before by those who are awake then, else less, nearer: 1–2 h before; and a light snack 30–60 min
 * before (Running recovery), which is an item of its own.
 * @param awakeMin how long the user is up before the start, minutes
 */
export function findMealsBefore(awakeMin: number): readonly MealBefore[] {
  const meals: MealBefore[] = [];
  if (awakeMin >= 180) meals.push({ kind: 'meal', fromMin: Math.min(240, awakeMin), toMin: 180, perKg: BEFORE_G_PER_KG });
  else if (awakeMin >= 60) meals.push({ kind: 'small-meal', fromMin: Math.min(120, awakeMin), toMin: 60, perKg: NEAR_G_PER_KG });
  if (awakeMin >= 30) meals.push({ kind: 'snack', fromMin: Math.min(60, awakeMin), toMin: 30, perKg: null });
  return meals;
}

/** g/kg so many hours before: about one for each remaining hour within 1–4 (ours); at most 2 within two hours. */
export function findPerKgBefore(hoursBefore: number): Range {
  const [least, most] = hoursBefore <= 2 ? NEAR_G_PER_KG : BEFORE_G_PER_KG;
  return [least, clamp(Math.floor(hoursBefore), least, most)];
}

/** Starts that are less than this far apart ask for carbohydrate at once, h (AND, DC and ACSM 2016). */
export const SOON_AGAIN_H = 8;
/** g/kg an hour, for the first four hours (AND, DC and ACSM 2016). */
export const BETWEEN_G_PER_KG_HOUR: Range = [1, 1.2];
const BETWEEN_H = 4;

/** Carbohydrate between two starts; null when they are far enough apart for the meals of the day. */
export function findBetweenStarts(
  first: { readonly startMs: number; readonly endMs: number },
  next: { readonly startMs: number },
): { readonly perKgHour: Range; readonly hours: number } | null {
  const apartH = (next.startMs - first.startMs) / 3_600_000;
  const gapH = (next.startMs - first.endMs) / 3_600_000;
  return apartH < SOON_AGAIN_H && gapH > 0 ? { perKgHour: BETWEEN_G_PER_KG_HOUR, hours: Math.min(BETWEEN_H, gapH) } : null;
}

/** The carbohydrate of one day: the one figure that every surface shows. */
export interface CarbohydrateDay {
  readonly carbohydrateGPerKg: Range;
  /** In all on that day; omitted without a body mass. */
  readonly carbohydrateG?: Range;
  /** What is left of it, if the day so far was eaten as a light one; omitted at its beginning. */
  readonly carbohydrateStillG?: Range;
}

/**
 * @param perKg g/kg of the day (`findCarbohydratePerKg`)
 * @param gone the part of the waking day that is over, 0 … 1
 */
export function describeCarbohydrateDay(perKg: Range | null, massKg: number | null, gone: number): CarbohydrateDay {
  const carbohydrateGPerKg = perKg ?? LIGHT_DAY_G_PER_KG;
  if (massKg === null) return { carbohydrateGPerKg };
  const carbohydrateG = toGrams(carbohydrateGPerKg, massKg);
  if (gone <= 0) return { carbohydrateGPerKg, carbohydrateG };
  return { carbohydrateGPerKg, carbohydrateG, carbohydrateStillG: findStillToEat(carbohydrateGPerKg, massKg, Math.min(1, gone)) };
}

/** Grams of a share of a body mass, in whole grams. */
export function roundGrams([low, high]: Range, massKg: number): Range {
  return [Math.round(low * massKg), Math.round(high * massKg)];
}
