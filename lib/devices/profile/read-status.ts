import type { Reading } from '../../bluetooth/services';
import type { Telemetry } from '../driver';
import { checksum } from './checksum';
import { unescapedBytes } from './escape';
import { numberSize, readProfileNumber } from './number';
import type { DeviceProfile, ProfileStatus, ReadField } from './schema';
import { fromForeignUnit } from './units';
import { splitName } from './values';

/** What a packet reports. */
export interface Heard {
  readonly telemetry: Telemetry;
  /** By zone id, where the device reports which zones it has. */
  readonly present: Readonly<Record<string, boolean>>;
  /** Of a sensor, by the name of the field; null where the device reports that it has no value. */
  readonly measured: Readonly<Record<string, number | null>>;
  /** It answers the open question. */
  readonly answers: boolean;
  /** Fields whose number nothing measures, such as a temperature below absolute zero. They are in no other part. */
  readonly impossible: readonly string[];
}

/**
 * Why a packet is not read.
 * - `escape`: it ends within an escape.
 * - `not-described`: no status begins like it.
 * - `length`, `checksum`, `bits`: one begins like it, and this is wrong.
 * - `not-asked`: it would be an answer, and no such question is open.
 */
export type UnreadStatus = 'escape' | 'not-described' | 'length' | 'checksum' | 'bits' | 'not-asked';

export type ReadStatus = { readonly ok: true; readonly value: Heard } | { readonly ok: false; readonly error: UnreadStatus };

/** The limits of what a field may report; a field that is missing here has none. */
const POSSIBLE: Readonly<Record<string, readonly [min: number, max: number]>> = {
  // As for the Temperature characteristic (2A6E).
  temperatureC: [-273.15, 327.67],
  humidityPct: [0, 100],
  weightKg: [0, 650],
  batteryPct: [0, 100],
  speedKmh: [0, 100],
  distanceM: [0, 1e7],
  remainingS: [0, 1e7],
  elapsedS: [0, 1e7],
};

/**
 * Reads a packet of one of the device's characteristics, whatever its bytes are. `question` is the frame of the question that is open. If
 * several statuses fit, their fields are put together.
 */
export function readStatus(profile: DeviceProfile, characteristic: string, packet: Uint8Array, question: string | null = null): ReadStatus {
  const bytes = profile.escape === undefined ? [...packet] : unescapedBytes([...packet], profile.escape);
  if (bytes === null) return { ok: false, error: 'escape' };
  const judged = (profile.status ?? [])
    .filter(({ from }) => from === characteristic)
    .map((status) => [status, misfit(status, bytes, question)] as const);
  const fitting = judged.flatMap(([status, error]) => (error === null ? [status] : []));
  if (fitting.length > 0) return { ok: true, value: heard(fitting, bytes) };
  return { ok: false, error: judged.find(([, error]) => error !== 'not-described')?.[1] ?? 'not-described' };
}

/** What sensors measure, for the screens, in the order of their names. */
export function toSensorReadings(measured: Heard['measured']): readonly Reading[] {
  return Object.entries(measured)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]): readonly Reading[] => {
      const [kind, probe] = splitName(name);
      if (value === null) return [];
      if (kind === 'weightKg') return [{ quantity: 'weight', value }];
      if (kind === 'humidityPct') return [{ quantity: 'humidity', value }];
      return [{ quantity: 'temperature', value, ...(probe === undefined ? {} : { probe: Number(probe) }) }];
    });
}

/** Whether the bytes start with the pattern; `..` matches any byte. */
export function begins(bytes: readonly number[], pattern: string | undefined): boolean {
  const wanted = pattern?.replaceAll(' ', '').match(/../g) ?? [];
  return wanted.every((pair, at) => (pair === '..' ? bytes[at] !== undefined : bytes[at] === Number.parseInt(pair, 16)));
}

/** Why the status does not fit; null when it does. */
function misfit(status: ProfileStatus, bytes: readonly number[], question: string | null): UnreadStatus | null {
  if (!begins(bytes, status.begins)) return 'not-described';
  if (bytes.length < (status.minLength ?? 0) || bytes.length > (status.maxLength ?? Number.POSITIVE_INFINITY)) return 'length';
  if (!checksumFits(status, bytes)) return 'checksum';
  const bits = status.bits ?? [];
  if (!bits.every(({ at, bit, is }) => bytes[at] !== undefined && (((bytes[at] >> bit) & 1) === 1) === is)) return 'bits';
  return status.answers === undefined || (question !== null && status.answers.includes(question)) ? null : 'not-asked';
}

function checksumFits(status: ProfileStatus, bytes: readonly number[]): boolean {
  if (status.checksum === undefined) return true;
  const { type, from = 0, order } = status.checksum;
  const at = status.checksum.at < 0 ? bytes.length + status.checksum.at : status.checksum.at;
  return checksum(type, bytes.slice(from, Math.max(0, at)), order).every((byte, i) => bytes[at + i] === byte);
}

/** Adds up numbers with the same name: hours, minutes and seconds each have a field. */
function heard(fitting: readonly ProfileStatus[], bytes: readonly number[]): Heard {
  const numbers = new Map<string, number>();
  const none = new Set<string>();
  const impossible: string[] = [];
  const present: Record<string, boolean> = {};
  let running: boolean | undefined;
  let programme: string | undefined;
  for (const field of fitting.flatMap(({ fields }) => fields)) {
    const raw = readProfileNumber(bytes, field.at, field.type);
    if (raw === null) {
      if (field.at + numberSize(field.type) <= bytes.length) impossible.push(field.to);
      continue;
    }
    if (field.when && (raw < field.when.min || raw > field.when.max)) continue;
    const [kind, zone = ''] = splitName(field.to);
    if (isNone(field, raw)) none.add(field.to);
    // Two motors, of which one runs: the device runs.
    else if (kind === 'running') running = running === true ? true : (truth(field, raw) ?? running);
    else if (kind === 'present') present[zone] = truth(field, raw) ?? false;
    else if (kind === 'programme') programme = findWord(field, raw) ?? programme;
    else numbers.set(field.to, (numbers.get(field.to) ?? 0) + toNumber(field, raw));
  }
  for (const [name, number] of numbers) {
    const [min, max] = POSSIBLE[splitName(name)[0]] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (number >= min && number <= max) continue;
    numbers.delete(name);
    impossible.push(name);
  }
  return {
    telemetry: {
      ...toTelemetry(numbers),
      ...(running === undefined ? {} : { running }),
      ...(programme === undefined ? {} : { programme }),
    },
    present,
    measured: toMeasured(numbers, none),
    answers: fitting.some(({ answers }) => answers !== undefined),
    impossible,
  };
}

function toNumber(field: ReadField, raw: number): number {
  return fromForeignUnit((raw * (field.multiply ?? 1) + (field.add ?? 0)) / (field.divide ?? 1), field.unit);
}

function toTelemetry(numbers: ReadonlyMap<string, number>): Telemetry {
  const plain: Record<string, number> = {};
  const levels: Record<string, number> = {};
  const pressureMmHg: Record<string, number> = {};
  for (const [name, number] of numbers) {
    const [kind, zone] = splitName(name);
    if (zone === undefined) plain[kind] = number;
    else if (kind === 'level') levels[zone] = number;
    else if (kind === 'pressureMmHg') pressureMmHg[zone] = number;
  }
  return {
    ...plain,
    ...(Object.keys(levels).length > 0 ? { levels } : {}),
    ...(Object.keys(pressureMmHg).length > 0 ? { pressureMmHg } : {}),
  };
}

function toMeasured(numbers: ReadonlyMap<string, number>, none: ReadonlySet<string>): Heard['measured'] {
  const isMeasured = (name: string) => ['temperatureC', 'weightKg', 'humidityPct'].includes(splitName(name)[0]);
  return Object.fromEntries([
    ...[...none].filter(isMeasured).map((name) => [name, null] as const),
    ...[...numbers].filter(([name]) => isMeasured(name)),
  ]);
}

function isNone(field: ReadField, raw: number): boolean {
  return (field.none ?? []).some((one) => (typeof one === 'number' ? raw === one : raw >= one[0] && raw <= one[1]));
}

function truth(field: ReadField, raw: number): boolean | undefined {
  if (field.bit !== undefined) return (raw & (1 << field.bit)) !== 0;
  if (field.above !== undefined) return raw > field.above;
  if (field.in !== undefined) return field.in.includes(raw);
  const value = field.values?.find(([from]) => from === raw)?.[1];
  return typeof value === 'boolean' ? value : undefined;
}

function findWord(field: ReadField, raw: number): string | undefined {
  const value = field.values?.find(([from]) => from === raw)?.[1];
  return typeof value === 'string' ? value : undefined;
}
