import { type Decoded, decoded, missingBytes, outOfRange, unsupportedFrame } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';
import type { OpenRecoveryClass } from './uuids';

/** In order of their numbers, from 1. */
const classes = ['massage', 'percussion', 'compression'] as const satisfies readonly OpenRecoveryClass[];
const MAJOR = 1;
/** The newest version that Rebound knows. */
export const OPEN_RECOVERY_MINOR = 1;
const FEATURE_BYTES = 16;
const PAUSE = 0x01;
const PRESSURE = 0x02;
const TEMPERATURE = 0x04;

/** The allowed values; a device outside these does not conform. */
export const openRecoveryLimits = {
  zones: { min: 1, max: 16 },
  programmes: { min: 0, max: 32 },
  watchdogS: { min: 5, max: 60 },
  timerMinS: { min: 1, max: 60 },
  timerMaxS: { min: 60, max: 3600 },
  restMs: { min: 0, max: 10_000 },
} as const;

export interface OpenRecoveryFeature {
  /** The version is 1.`minor`. */
  readonly minor: number;
  readonly class: OpenRecoveryClass;
  readonly zones: number;
  readonly programmes: number;
  /** Without a write for this long, the device stops. */
  readonly watchdogS: number;
  readonly timerMinS: number;
  readonly timerMaxS: number;
  /** Time from a stop until nothing moves, presses or pumps. */
  readonly restMs: number;
  readonly pauses: boolean;
  /** What the measurement holds in addition to the levels. */
  readonly pressure: boolean;
  readonly temperature: boolean;
}

/** The first byte of each number, with its form. */
const fields = {
  zones: [3, 'u8'],
  programmes: [4, 'u8'],
  watchdogS: [5, 'u8'],
  timerMinS: [6, 'u16'],
  timerMaxS: [8, 'u16'],
  restMs: [12, 'u16'],
} as const;

/**
 * Reads Feature. A later minor version may add bytes at the end and flags. Errors: `too-short` below 16 bytes; `unsupported-frame` for
 * another major version; `out-of-range`, with its byte, for an unknown class and for values outside `openRecoveryLimits`.
 */
export function decodeOpenRecoveryFeature(view: DataView): Decoded<OpenRecoveryFeature> {
  if (view.byteLength < FEATURE_BYTES) return missingBytes('too-short', FEATURE_BYTES, view.byteLength);
  if (view.getUint8(0) !== MAJOR) return unsupportedFrame(view.getUint8(0));
  const kind = classes[view.getUint8(2) - 1];
  if (kind === undefined) return outOfRange(view.getUint8(2), 1, classes.length, { at: 2 });
  const numbers = { zones: 0, programmes: 0, watchdogS: 0, timerMinS: 0, timerMaxS: 0, restMs: 0 };
  for (const key of Object.keys(fields) as (keyof typeof fields)[]) {
    const [at, form] = fields[key];
    const { min, max } = openRecoveryLimits[key];
    numbers[key] = decodeNumber(view, at, form);
    if (numbers[key] < min || numbers[key] > max) return outOfRange(numbers[key], min, max, { at });
  }
  const flags = decodeNumber(view, 10, 'u16');
  const has = (bit: number) => (flags & bit) !== 0;
  const minor = view.getUint8(1);
  return decoded({ minor, class: kind, ...numbers, pauses: has(PAUSE), pressure: has(PRESSURE), temperature: has(TEMPERATURE) });
}

/** Throws `RangeError` for numbers that do not fit. */
export function encodeOpenRecoveryFeature(feature: OpenRecoveryFeature): Uint8Array<ArrayBuffer> {
  const flags = (feature.pauses ? PAUSE : 0) | (feature.pressure ? PRESSURE : 0) | (feature.temperature ? TEMPERATURE : 0);
  return Uint8Array.from([
    MAJOR,
    ...encodeNumber(feature.minor, 'u8'),
    classes.indexOf(feature.class) + 1,
    ...encodeNumber(feature.zones, 'u8'),
    ...encodeNumber(feature.programmes, 'u8'),
    ...encodeNumber(feature.watchdogS, 'u8'),
    ...encodeNumber(feature.timerMinS, 'u16'),
    ...encodeNumber(feature.timerMaxS, 'u16'),
    ...encodeNumber(flags, 'u16'),
    ...encodeNumber(feature.restMs, 'u16'),
    0,
    0,
  ]);
}
