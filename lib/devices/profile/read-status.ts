import type { Telemetry } from '../driver';
import { checksum } from './checksum';
import { unescapedBytes } from './escape';
import { readProfileNumber } from './number';
import type { DeviceProfile, ProfileStatus, ReadField } from './schema';
import { splitName } from './values';

/** What a packet reports; `present` by zone id, where the device reports which zones it has. */
export interface Heard {
  readonly telemetry: Telemetry;
  readonly present: Readonly<Record<string, boolean>>;
}

/** Reads a packet of one of the device's characteristics; null when the profile does not read it. */
export function readStatus(profile: DeviceProfile, characteristic: string, packet: Uint8Array): Heard | null {
  const bytes = profile.escape === undefined ? [...packet] : unescapedBytes([...packet], profile.escape);
  if (bytes === null) return null;
  const fitting = (profile.status ?? []).filter(({ from }) => from === characteristic).filter((status) => fits(status, bytes));
  return fitting.length === 0 ? null : heard(fitting.flatMap(({ fields }) => fields.map((field) => [field, bytes] as const)));
}

/** Whether the bytes start with the pattern; `..` matches any byte. */
export function begins(bytes: readonly number[], pattern: string | undefined): boolean {
  const wanted = pattern?.replaceAll(' ', '').match(/../g) ?? [];
  return wanted.every((pair, at) => (pair === '..' ? bytes[at] !== undefined : bytes[at] === Number.parseInt(pair, 16)));
}

function fits(status: ProfileStatus, bytes: readonly number[]): boolean {
  if (!begins(bytes, status.begins)) return false;
  if (bytes.length < (status.minLength ?? 0) || bytes.length > (status.maxLength ?? Number.POSITIVE_INFINITY)) return false;
  if (status.checksum === undefined) return true;
  const { type, from = 0, order } = status.checksum;
  const at = status.checksum.at < 0 ? bytes.length + status.checksum.at : status.checksum.at;
  return checksum(type, bytes.slice(from, Math.max(0, at)), order).every((byte, i) => bytes[at + i] === byte);
}

/** Adds up numbers with the same name: hours, minutes and seconds each have a field. */
function heard(fields: readonly (readonly [ReadField, readonly number[]])[]): Heard {
  const numbers: Record<string, number> = {};
  const levels: Record<string, number> = {};
  const pressureMmHg: Record<string, number> = {};
  const present: Record<string, boolean> = {};
  let running: boolean | undefined;
  let programme: string | undefined;
  for (const [field, bytes] of fields) {
    const raw = readProfileNumber(bytes, field.at, field.type);
    if (raw === null || (field.when && (raw < field.when.min || raw > field.when.max))) continue;
    const [kind, zone = ''] = splitName(field.to);
    const number = (raw * (field.multiply ?? 1) + (field.add ?? 0)) / (field.divide ?? 1);
    if (kind === 'running') running = truth(field, raw) ?? running;
    else if (kind === 'present') present[zone] = truth(field, raw) ?? false;
    else if (kind === 'programme') programme = findWord(field, raw) ?? programme;
    else if (kind === 'level') levels[zone] = (levels[zone] ?? 0) + number;
    else if (kind === 'pressureMmHg') pressureMmHg[zone] = (pressureMmHg[zone] ?? 0) + number;
    else numbers[kind] = (numbers[kind] ?? 0) + number;
  }
  return {
    telemetry: {
      ...numbers,
      ...(running === undefined ? {} : { running }),
      ...(programme === undefined ? {} : { programme }),
      ...(Object.keys(levels).length > 0 ? { levels } : {}),
      ...(Object.keys(pressureMmHg).length > 0 ? { pressureMmHg } : {}),
    },
    present,
  };
}

function truth(field: ReadField, raw: number): boolean | undefined {
  if (field.bit !== undefined) return (raw & (1 << field.bit)) !== 0;
  if (field.above !== undefined) return raw > field.above;
  const value = field.values?.find(([from]) => from === raw)?.[1];
  return typeof value === 'boolean' ? value : undefined;
}

function findWord(field: ReadField, raw: number): string | undefined {
  const value = field.values?.find(([from]) => from === raw)?.[1];
  return typeof value === 'string' ? value : undefined;
}
