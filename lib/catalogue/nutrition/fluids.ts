/** Water in millilitres: to thirst, never gaining mass in a session, afterwards what was lost and somewhat more, over hours, with sodium. */

import { roundTo } from '../../core/numbers';
import { HOUR_MS } from '../../core/time';

export const GLASS_ML = 250;
const PER_KG_HOUR_ML = { easy: 5, moderate: 7.5, hard: 10 } as const;
/** From here, °C, sweat comes faster; by how much is a guess. Ours. */
export const WARM_C = 25;
const WARM_FACTOR = 1.4;
/** Ours: never more than this an hour on a guess. */
const MOST_PER_HOUR_ML = 1000;
/** Of the loss: 1.25–1.5 × over the hours after. */
const REPLACE = [1.25, 1.5] as const;
/** Losing this share of body mass is too little drunk to sit in heat. Ours. */
const SHORT_OF_FLUIDS = 0.02;
/** Somebody stands on the scale up to this long before a session. Ours. */
const WEIGHED_BEFORE_MS = 6 * HOUR_MS;

export interface Fluids {
  readonly lowMl: number;
  readonly highMl: number;
  /** Where the loss was weighed; else a guess from mass, minutes and effort, which is ours. */
  readonly weighed: boolean;
}

/** Millilitres as glasses of 250 ml, to the half. */
export function glasses(ml: number): number {
  return Math.round((ml / GLASS_ML) * 2) / 2;
}

/** Body mass before and after a session, and what came and went in between. */
interface Weighed {
  readonly beforeKg: number;
  /** Null: the second half is still to come. */
  readonly afterKg: number | null;
  readonly drunkMl: number;
  readonly passedMl: number;
}

/**
 * Sweat lost in a session, ml: mass before − mass after, plus what was drunk, less what was passed; 1 kg is 1 l. Null where it makes no
 * sense, and until there is a mass after.
 */
export function sweatLossMl({ beforeKg, afterKg, drunkMl, passedMl }: Weighed): number | null {
  if (afterKg === null) return null;
  const loss = (beforeKg - afterKg) * 1000 + drunkMl - passedMl;
  const plausible = beforeKg > 0 && afterKg > 0 && loss >= 0 && loss < 0.1 * beforeKg * 1000;
  return plausible ? Math.round(loss) : null;
}

/** A weighing, when its first half was, and what session it was about as far as that was known then. */
interface WeighedAbout extends Weighed {
  readonly atMs: number;
  readonly activityId: string | null;
}

/**
 * Sweat lost in a session, ml, by the last of these weighings, oldest first, that is about it and has both halves: it names the session, or
 * names none, as when the session came to be known only later, and began in the six hours before it or in it. Null: none is, or it makes
 * no sense.
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

/** What the weighing says: gained mass is more drunk than lost, which is to be said; from 2 % lost heat is off for the day. */
export function weighingSays(beforeKg: number, afterKg: number): 'gained' | 'short-of-fluids' | 'usual' {
  if (afterKg > beforeKg) return 'gained';
  return (beforeKg - afterKg) / beforeKg >= SHORT_OF_FLUIDS ? 'short-of-fluids' : 'usual';
}

/**
 * To drink over the hours after a session: 1.25–1.5 × the loss where it was weighed. Where not, a cautious guess from body mass, minutes,
 * effort and the air's temperature; without a mass none at all: thirst says it.
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
  // Half to all of a guess: whoever sweats little must not be told to drink much.
  return { lowMl: roundMl(guess / 2), highMl: roundMl(guess), weighed: false };
}

const roundMl = (ml: number) => roundTo(ml, 50);
