import { type Decoded, decoded, missingBytes, outOfRange } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';

/** In order of their numbers, from 0, with the highest level that each may have. */
const units = [
  ['level', 255],
  ['percent', 100],
  ['mmHg', 120],
] as const;

export type OpenRecoveryUnit = (typeof units)[number][0];

/** The allowed levels of a zone: 0 for off, or from `min` to `max` in multiples of `step` from `min`. */
export interface OpenRecoveryZone {
  readonly zone: number;
  readonly unit: OpenRecoveryUnit;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const ZONE_BYTES = 8;

/**
 * Reads Ranges: eight bytes per zone. Errors: `too-short` without a complete zone, `truncated` after the last complete one; `out-of-range`
 * and its byte for zone 0 or a repeated zone, an unknown unit, a lowest level of 0, a highest level below it or above the unit's limit, and
 * a step that does not lead from one to the other.
 */
export function decodeOpenRecoveryZones(view: DataView): Decoded<readonly OpenRecoveryZone[]> {
  if (view.byteLength < ZONE_BYTES) return missingBytes('too-short', ZONE_BYTES, view.byteLength);
  const zones: OpenRecoveryZone[] = [];
  for (let at = 0; at < view.byteLength; at += ZONE_BYTES) {
    if (at + ZONE_BYTES > view.byteLength) return missingBytes('truncated', at + ZONE_BYTES, view.byteLength);
    const [zone, code] = [view.getUint8(at), view.getUint8(at + 1)];
    const [min, max, step] = [decodeNumber(view, at + 2, 'u16'), decodeNumber(view, at + 4, 'u16'), decodeNumber(view, at + 6, 'u16')];
    if (zone === 0) return outOfRange(zone, 1, 255, { at });
    if (zones.some((other) => other.zone === zone)) return outOfRange(zone, 1, 255, { at, why: 'repeated' });
    const found = units[code];
    if (found === undefined) return outOfRange(code, 0, units.length - 1, { at: at + 1 });
    const [unit, highest] = found;
    if (min < 1 || min > highest) return outOfRange(min, 1, highest, { at: at + 2 });
    if (max < min || max > highest) return outOfRange(max, min, highest, { at: at + 4 });
    const span = max - min;
    if (step < 1 || span % step !== 0) return outOfRange(step, 1, Math.max(1, span), { at: at + 6, why: 'step' });
    zones.push({ zone, unit, min, max, step });
  }
  return decoded(zones);
}

/** Throws `RangeError` for numbers that do not fit. */
export function encodeOpenRecoveryZones(zones: readonly OpenRecoveryZone[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    zones.flatMap(({ zone, unit, min, max, step }) => [
      ...encodeNumber(zone, 'u8'),
      units.findIndex(([name]) => name === unit),
      ...encodeNumber(min, 'u16'),
      ...encodeNumber(max, 'u16'),
      ...encodeNumber(step, 'u16'),
    ]),
  );
}

export interface OpenRecoveryProgramme {
  /** 1 … 255. */
  readonly id: number;
  /** The maker's name for it. */
  readonly name: string;
}

/** Length of a name in bytes. */
const LONGEST_NAME = 24;

/**
 * Reads Programmes: for each its id, the length of the name in bytes, and the name in UTF-8. An empty value means none. Errors:
 * `truncated`; `out-of-range` for id 0, a repeated id, and a name of 0 or more than 24 bytes.
 */
export function decodeOpenRecoveryProgrammes(view: DataView): Decoded<readonly OpenRecoveryProgramme[]> {
  const programmes: OpenRecoveryProgramme[] = [];
  for (let at = 0; at < view.byteLength; ) {
    if (at + 2 > view.byteLength) return missingBytes('truncated', at + 2, view.byteLength);
    const [id, length] = [view.getUint8(at), view.getUint8(at + 1)];
    if (id === 0) return outOfRange(id, 1, 255, { at });
    if (programmes.some((other) => other.id === id)) return outOfRange(id, 1, 255, { at, why: 'repeated' });
    if (length < 1 || length > LONGEST_NAME) return outOfRange(length, 1, LONGEST_NAME, { at: at + 1 });
    if (at + 2 + length > view.byteLength) return missingBytes('truncated', at + 2 + length, view.byteLength);
    programmes.push({ id, name: new TextDecoder().decode(new DataView(view.buffer, view.byteOffset + at + 2, length)) });
    at += 2 + length;
  }
  return decoded(programmes);
}

/** Throws `RangeError` for an id or a name that does not fit. */
export function encodeOpenRecoveryProgrammes(programmes: readonly OpenRecoveryProgramme[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    programmes.flatMap(({ id, name }) => {
      const bytes = new TextEncoder().encode(name);
      if (id < 1 || bytes.length < 1 || bytes.length > LONGEST_NAME) throw new RangeError(`programme out of range: ${id}, ${name}`);
      return [...encodeNumber(id, 'u8'), bytes.length, ...bytes];
    }),
  );
}
