import { CONFLICT_OFFERS, CONFLICT_REASONS } from '../planner/conflict-words';
import { CONTRIBUTORS, NOTE_CODES, RULES } from '../readiness/types';
import type { KnownDevice, StoredSnapshot } from '../storage';
import type { TodaySnapshot } from './snapshot';

/**
 * Whether what lies in the database has the shape of a snapshot: a damaged one is neither shown nor thrown on. Written by hand, because the
 * popup's first script must not load the schema library.
 */

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isDay: Check = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isNumber: Check = (value) => Number.isFinite(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const isOneOf =
  (...options: readonly unknown[]): Check =>
  (value) =>
    options.includes(value);
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const has =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, check]) => check(Reflect.get(Object(value), name)));

const isBand = has({ mean: isNumber, low: isNumber, high: isNumber });
const isVerdict = isOneOf('push', 'normal', 'easy', 'rest', 'learning');
const isRule = isOneOf(...RULES);

const isConflict = has({
  sessionId: isText,
  why: isOneOf(...CONFLICT_REASONS),
  offers: isListOf(isOneOf(...CONFLICT_OFFERS)),
  easier: orNull(has({ intensity: isText, minutes: isNumber })),
  moveTo: orNull(isText),
});
const isSession = has({
  kind: isOneOf('session'),
  session: has({ sport: isText, atMs: isNumber, day: isText, minutes: isNumber, intensity: isText }),
});
const isEvent = has({ kind: isOneOf('event'), event: has({ kind: isText, atMs: isNumber, day: isText }) });

const isShape = has({
  day: isDay,
  world: isOneOf('own', 'demo'),
  readiness: has({
    verdict: isVerdict,
    rule: isRule,
    confidence: isOneOf('low', 'medium', 'high'),
    morning: orNull(has({ verdict: isVerdict, rule: isRule })),
    doneSince: isNumber,
    learned: isNumber,
    needed: isNumber,
    provisional: isBoolean,
    days: isNumber,
    day: orNull(has({ position: isOneOf('below', 'within', 'above'), band: isBand })),
    hr: orNull(isBand),
    newStrap: isBoolean,
    notes: isListOf(has({ code: isOneOf(...NOTE_CODES) })),
    contributors: isListOf(has({ name: isOneOf(...CONTRIBUTORS), direction: isText, weight: isNumber, says: has({ code: isText }) })),
  }),
  ruledOut: (value) => value !== undefined,
  check: orNull(
    has({
      startedAtMs: isNumber,
      timeZone: isText,
      rating: isOneOf('good', 'fair', 'poor', 'unusable'),
      rmssdMs: orNull(isNumber),
      meanHrBpm: orNull(isNumber),
    }),
  ),
  next: orNull(
    has({
      id: isText,
      modality: isText,
      doseId: isText,
      variant: orNull(isText),
      whose: isText,
      regions: isListOf(isText),
      dose: isObject,
      counts: isBoolean,
      minutes: isNumber,
      startMs: isNumber,
      windowFromMs: isNumber,
      windowToMs: isNumber,
      reason: has({ code: isText, values: isObject }),
    }),
  ),
  conflicts: isListOf((value) => isConflict(value) && (isSession(value) || isEvent(value))),
  units: isOneOf(null, 'metric', 'imperial'),
});
const isRow = has({ mark: isText, version: isText, fromMs: isNumber, untilMs: isNumber, dayUntilMs: isNumber });
const isDevice = has({ id: isText, name: orNull(isText), lastSeenMs: isNumber, batteryPct: orNull(isNumber) });

/** Whether a value is a stored snapshot; what it holds is judged by `isTodaySnapshot`. */
export function isStoredSnapshot(value: unknown): value is StoredSnapshot {
  return isRow(value);
}

/** Whether a value has what a surface shows of today. */
export function isTodaySnapshot(value: unknown): value is TodaySnapshot {
  return isShape(value);
}

/** Whether a value has what a surface shows of the device seen last. */
export function isEarlyDevice(value: unknown): value is KnownDevice {
  return isDevice(value);
}
