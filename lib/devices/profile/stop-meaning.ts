import { samePlace } from './could-equal';
import { frameBytes, hexBytes, partSize } from './frame';
import { numberSize, readProfileNumber } from './number';
import { rangeOfValue } from './range-of-value';
import type { DeviceProfile, ProfileFrame, ProfilePart, ValuePart } from './schema';
import { own, scaledValue, splitName } from './values';

/**
 * What bytes mean when they are read as a command, mildest first. Of several parts, the last in this list decides.
 * - `FIXED`: the command without any value.
 * - `OFF`: with every value at 0.
 * - `BEYOND`: with a level above the range of its zone.
 * - `ON`: with a value that the device acts on.
 * - `OTHER`: not this command.
 */
const [FIXED, OFF, BEYOND, ON, OTHER] = [0, 1, 2, 3, 4] as const;
type Meaning = typeof FIXED | typeof OFF | typeof BEYOND | typeof ON | typeof OTHER;

/** A byte as sent; null where the user sets it. */
type Byte = number | null;

/** A number as text. */
const LONGEST_TEXT = 7;

/**
 * Whether the bytes of a stop are none of these commands, or only such with every value at 0. A frame is what the device hears, so a stop
 * that could be anything else might start the device. The lowest level of a range that begins above 0 is not off: a belt moves at it.
 */
export function onlyStops(profile: DeviceProfile, stop: ProfileFrame, commands: readonly ProfileFrame[]): boolean {
  const bytes = readSent(profile, stop);
  if (bytes === null) return false;
  const found = new Set(
    commands.filter(({ to }) => samePlace(profile, to, stop.to)).flatMap((command) => [...meanings(profile, command, bytes)]),
  );
  // Levels of several zones may be numbers of one row, where the 0 of one follows the highest of another.
  return !found.has(FIXED) && !found.has(ON) && (!found.has(BEYOND) || found.has(OFF));
}

/** Whether the bytes of a frame are one of these commands of another profile, with no value or with one that the device acts on. */
export function couldMove(profile: DeviceProfile, sent: ProfileFrame, other: DeviceProfile, commands: readonly ProfileFrame[]): boolean {
  const bytes = readSent(profile, sent);
  return bytes !== null && commands.flatMap((command) => [...meanings(other, command, bytes)]).some((one) => one === FIXED || one === ON);
}

/** The bytes before escapes, which change all frames alike. Null for a value that is no setting. */
function readSent(profile: DeviceProfile, stop: ProfileFrame): readonly Byte[] | null {
  const { escape: _, ...plain } = profile;
  const settings = Object.fromEntries(Object.entries(profile.settings ?? {}).map(([id, setting]) => [id, setting.default]));
  const sent = frameBytes(plain, stop, { levels: {}, settings });
  if (sent === null) return null;
  const set = stop.bytes.some((part) => typeof part === 'object' && 'value' in part);
  const open = stop.bytes.flatMap((part) => {
    const [, size] = partSize(part, (name) => settingLength(profile, name));
    const unknown = typeof part === 'object' && ('value' in part || (set && 'checksum' in part));
    return Array.from({ length: size }, () => unknown);
  });
  return [...sent].map((byte, at) => (open[at] ? null : byte));
}

function settingLength(profile: DeviceProfile, name: ValuePart['value']): number {
  const [, key = ''] = splitName(name);
  return own(profile.settings, key)?.default.length ?? 0;
}

/** Every meaning of the bytes as this command: parts of varying length may be read in several ways. */
function meanings(profile: DeviceProfile, command: ProfileFrame, bytes: readonly Byte[]): ReadonlySet<Meaning> {
  /** For each place, the meanings of the bytes from there on as the parts behind the present one. */
  let behind = bytes.map((): ReadonlySet<Meaning> => new Set());
  behind.push(new Set([FIXED]));
  for (const part of command.bytes.toReversed()) {
    behind = behind.map((_, at) => {
      const here = listReadings(profile, part, bytes.slice(at)).flatMap(([size, meaning]) =>
        [...(behind[at + size] ?? [])].map((rest) => (rest > meaning ? rest : meaning)),
      );
      return new Set(here);
    });
  }
  return behind[0] ?? new Set();
}

/** How many of the bytes a part can be, and what they mean then. */
function listReadings(profile: DeviceProfile, part: ProfilePart, bytes: readonly Byte[]): readonly (readonly [number, Meaning])[] {
  if (typeof part === 'string') return fixed(hexBytes(part), bytes);
  if ('text' in part)
    return fixed(
      [...part.text].map((letter) => letter.charCodeAt(0) & 0x7f),
      bytes,
    );
  if (!('value' in part)) return [[partSize(part, () => 0)[1], FIXED]];
  if (part.value.startsWith('setting.')) return [[settingLength(profile, part.value), FIXED]];
  const { type } = part;
  const text = type === 'ascii' || type === 'digits';
  const sizes = text ? Array.from({ length: LONGEST_TEXT }, (_, i) => i + 1) : [numberSize(type)];
  return sizes
    .filter((size) => size <= bytes.length)
    .map((size) => {
      const known = bytes.slice(0, size).filter((byte) => byte !== null);
      if (known.length < size) return [size, ON] as const;
      const number = text ? toNumber(known) : readProfileNumber(known, 0, type);
      return [size, number === null ? OTHER : judgeNumber(profile, part, number)] as const;
    });
}

function fixed(wanted: readonly number[], bytes: readonly Byte[]): readonly (readonly [number, Meaning])[] {
  return wanted.every((byte, i) => bytes[i] === null || bytes[i] === byte) ? [[wanted.length, FIXED]] : [];
}

function toNumber(bytes: readonly number[]): number | null {
  const text = String.fromCharCode(...bytes);
  return /^-?[0-9]+$/.test(text) ? Number(text) : null;
}

/** What the number in the frame means as this value. */
function judgeNumber(profile: DeviceProfile, part: ValuePart, number: number): Meaning {
  const ranges = rangeOfValue(profile, part.value) ?? [];
  const [kind] = splitName(part.value);
  if (part.table !== undefined) {
    const values = part.table.filter(([, sent]) => sent === number).map(([value]) => value);
    if (values.length === 0) return OTHER;
    return values.every((value) => value <= 0) ? OFF : ON;
  }
  if (kind === 'programme') return ranges.some(({ min }) => scaledValue(part, min) === number) ? ON : OTHER;
  // 0 °C is not off, and a time modulo an hour may be any number of hours.
  if (kind === 'temperature' || part.modulo !== undefined) return number === 0 ? OFF : ON;
  const min = Math.min(...ranges.map((range) => range.min));
  const max = Math.max(...ranges.map((range) => range.max));
  const [zero, low, high] = [0, min, max].map((value) => scaledValue(part, value) ?? Number.NaN) as [number, number, number];
  if (number === low && min > 0) return ON;
  if (number === zero) return OFF;
  if (number < zero) return number < 0 ? ON : OTHER;
  if (number <= high) return ON;
  return kind === 'level' ? BEYOND : OTHER;
}
