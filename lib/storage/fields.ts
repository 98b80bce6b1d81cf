import * as v from 'valibot';
import { dayNumber } from '../core/day';
import { REGIONS } from '../training';

/** Schemas of fields that several tables share. */

/** Separates the demo's rows from the user's own in every index. */
export type World = 'own' | 'demo';
export const world = v.picklist(['own', 'demo']);

const EARLIEST_DAY = dayNumber('1970-01-01');
const LATEST_DAY = dayNumber('2199-12-31');
const DAY_MS = 86_400_000;

export const id = v.pipe(v.string(), v.minLength(1));
/** A finite number no larger than any figure here can be. */
export const figure = v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12));
export const figureOrNull = v.nullable(figure);
/** A count, or an index in a list. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Epoch ms. Anything outside 1970 to 2199 counts as damaged. */
export const instantMs = v.pipe(v.number(), v.minValue(EARLIEST_DAY * DAY_MS), v.maxValue((LATEST_DAY + 1) * DAY_MS));
/** A calendar day, `YYYY-MM-DD`. Anything outside 1970 to 2199 counts as damaged: one row of the year 1 would stretch every chart. */
export const day = v.pipe(v.string(), v.check(isPlausibleDay));
/** An IANA time zone that this browser knows. */
export const timeZone = v.pipe(v.string(), v.check(isTimeZone));
export const region = v.picklist(REGIONS);

/** A day and an instant on it are at most this far apart: half a day from noon, and 14 h of time zone. */
const SAME_DAY_MS = DAY_MS / 2 + 14 * 3_600_000;

/**
 * Whether a row is of the day that its instant says, in some time zone. A row that contradicts itself counts as damaged: it would be one day's
 * on one screen and another's on the next.
 */
export function isOfDay(ofDay: string, instant: number): boolean {
  const isNear = Math.abs(instant - (Date.parse(`${ofDay}T00:00:00Z`) + DAY_MS / 2)) <= SAME_DAY_MS;
  // A day or an instant that does not fit by itself is a fault of its own.
  return isNear || !v.is(day, ofDay) || !v.is(instantMs, instant);
}

/** A number from `low` to `high`, both included. */
export function within(low: number, high: number) {
  return v.pipe(v.number(), v.minValue(low), v.maxValue(high));
}

/** Checks the name instead of `instanceof`: rows may come from another realm. */
function typedArray<Kind extends Uint8Array | Uint16Array | Uint32Array>(name: string) {
  return v.custom<Kind>((value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === `[object ${name}]`);
}
export const uint8Array = typedArray<Uint8Array>('Uint8Array');
export const uint16Array = typedArray<Uint16Array>('Uint16Array');
export const uint32Array = typedArray<Uint32Array>('Uint32Array');

/** Days that were already checked: years of rows name the same few thousand. */
const days = new Map<string, boolean>();
const MOST_DAYS = 50_000;

function isPlausibleDay(text: string): boolean {
  const known = days.get(text);
  if (known !== undefined) return known;
  const fits = judgeDay(text);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(text, fits);
  return fits;
}

function judgeDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return false;
  const number = dayNumber(text);
  return number >= EARLIEST_DAY && number <= LATEST_DAY;
}

const zones = new Map<string, boolean>();

function isTimeZone(name: string): boolean {
  const known = zones.get(name);
  if (known !== undefined) return known;
  let fits = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    fits = false;
  }
  if (zones.size >= 1000) zones.clear();
  zones.set(name, fits);
  return fits;
}
