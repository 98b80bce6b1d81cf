/** Water in millilitres: to thirst, without gaining mass in a session; afterwards slightly more than the loss, over hours, with sodium. */

import { roundTo } from '../../core/numbers';
import { HOUR_MS } from '../../core/time';

export const GLASS_ML = 250;
const PER_KG_HOUR_ML = { easy: 5, moderate: 7.5, hard: 10 } as const;
/** From this temperature on, °C, people sweat more; the amount is a guess. Ours. */
export const WARM_C = 25;
const WARM_FACTOR = 1.4;
/** Ours: a guess never exceeds this per hour. */
const MOST_PER_HOUR_ML = 1000;
/** Share of the loss: 1.25–1.5 × over the hours after. */
const REPLACE = [1.25, 1.5] as const;
/** After losing this share of body mass, heat is not allowed. Ours. */
const SHORT_OF_FLUIDS = 0.02;
/** A weighing belongs to a session that starts up to this long after it. Ours. */
const WEIGHED_BEFORE_MS = 6 * HOUR_MS;

export interface Fluids {
  readonly lowMl: number;
  readonly highMl: number;
  /** Whether the loss was weighed; otherwise it is our guess from mass, minutes and effort. */
  readonly weighed: boolean;
}

/** Millilitres as glasses of 250 ml, rounded to halves. */
export function glasses(ml: number): number {
  return Math.round((ml / GLASS_ML) * 2) / 2;
}

/** Body mass before and after a session, and what was drunk and passed in between. */
interface Weighed {
  readonly beforeKg: number;
  /** Null until the second weighing. */
  readonly afterKg: number | null;
  readonly drunkMl: number;
  readonly passedMl: number;
}

/**
 * Sweat lost in a session, ml: mass before − mass after, plus what was drunk, minus what was passed; 1 kg is 1 l. Null when implausible,
 * and until there is a mass after.
 */
export function sweatLossMl({ beforeKg, afterKg, drunkMl, passedMl }: Weighed): number | null {
  if (afterKg === null) return null;
  const loss = (beforeKg - afterKg) * 1000 + drunkMl - passedMl;
  const plausible = beforeKg > 0 && afterKg > 0 && loss >= 0 && loss < 0.1 * beforeKg * 1000;
  return plausible ? Math.round(loss) : null;
}

/** A weighing, the time of its first half, and its session as far as known at that time. */
interface WeighedAbout extends Weighed {
  readonly atMs: number;
  readonly activityId: string | null;
}

/**
 * Sweat lost in a session, ml, by the last complete weighing that is about it (weighings are oldest first). A weighing is about the session
 * when it names the session, or when it names none (because the session was added later) and began during the session or in the six hours
 * before. Null when there is none, or when it is implausible.
 */
export function sessionLossMl(
  weighings: readonly WeighedAbout[],
  session: { readonly id: string; readonly startMs: number; readonly endMs: number } | null,
): number | null {
  if (session === null) return null;
  const { id, startMs, endMs } = session;
  const about = ({ activityId, atMs }: WeighedAbout) =>
    activityId === null ? atMs >= startMs - WEIGHED_BEFORE_MS && atMs <= endMs : activityId === id;
  const last = weighings.findLast((one) => one.afterKg !== null && about(one));
  return last === undefined ? null : sweatLossMl(last);
}

/** The result of a weighing: a gain means that the user drank more than they lost; from a loss of 2 % on, heat is not allowed that day. */
export function weighingSays(beforeKg: number, afterKg: number): 'gained' | 'short-of-fluids' | 'usual' {
  if (afterKg > beforeKg) return 'gained';
  return (beforeKg - afterKg) / beforeKg >= SHORT_OF_FLUIDS ? 'short-of-fluids' : 'usual';
}

/**
 * The amount to drink over the hours after a session: 1.25–1.5 × a weighed loss. Otherwise a cautious guess from body mass, minutes, effort
 * and air temperature; without a mass none, so that thirst decides.
 */
export function fluidsAfter(session: {
  readonly lossMl: number | null;
  readonly massKg: number | null;
  readonly minutes: number;
  readonly effort: 'easy' | 'moderate' | 'hard';
  readonly airC: number | null;
}): Fluids | null {
  const { lossMl, massKg, minutes, effort, airC } = session;
  if (lossMl !== null) return { lowMl: roundMl(REPLACE[0] * lossMl), highMl: roundMl(REPLACE[1] * lossMl), weighed: true };
  if (massKg === null || minutes <= 0) return null;
  const warm = airC !== null && airC >= WARM_C ? WARM_FACTOR : 1;
  const perHour = Math.min(MOST_PER_HOUR_ML, PER_KG_HOUR_ML[effort] * massKg * warm);
  const guess = (perHour * minutes) / 60;
  // Half to all of a guess, so that people who sweat little are not told to drink much.
  return { lowMl: roundMl(guess / 2), highMl: roundMl(guess), weighed: false };
}

const roundMl = (ml: number) => roundTo(ml, 50);
