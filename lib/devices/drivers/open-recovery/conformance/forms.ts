import {
  decodeOpenRecoveryMeasurement,
  decodeOpenRecoveryStatus,
  OPEN_RECOVERY_MINOR,
  type OpenRecoveryFeature,
} from '../../../../bluetooth/services/open-recovery';
import { toHex } from '../../../inspector/hex';
import type { Described } from '../capabilities';
import type { Breach, CharacteristicName } from './breach';

/**
 * Whether values have exactly the form of the profile. The decoders of a host are more lenient: they ignore what a later minor version may
 * add.
 */

const MOST_BYTES = 20;
const STATUS_BYTES = 10;
const LAST_ENDS = [0, 3, 4, 5, 6, 7];

/** What is wrong with a value of Status; null for nothing. `how`: only a notification may hold an event. */
export function findStatusFault(view: DataView, how: 'read' | 'notified', { minor }: OpenRecoveryFeature): Breach | null {
  const bytes = readBytes(view);
  const fault = (byte: number, min: number, max: number) => findByteFault('status', bytes, byte, min, max);
  const read = decodeOpenRecoveryStatus(view);
  if (!read.ok && read.error.name === 'out-of-range') return fault(read.error.at ?? 0, read.error.min, read.error.max);
  if (!read.ok) return { kind: 'too-short', characteristic: 'status', bytes: toHex(bytes), neededBytes: STATUS_BYTES };
  if (how === 'read' && bytes[0] !== 0) return fault(0, 0, 0);
  if (minor > OPEN_RECOVERY_MINOR) return null;
  if (bytes.length > STATUS_BYTES) return { kind: 'too-long', characteristic: 'status', bytes: toHex(bytes), mostBytes: STATUS_BYTES };
  const [flags = 0, end = 0] = [bytes[3], bytes[9]];
  if (flags > 1) return fault(3, 0, 1);
  if (!LAST_ENDS.includes(end)) return fault(9, 3, 7);
  return null;
}

/** What is wrong with a packet of Measurement; null for nothing. */
export function findMeasurementFault(view: DataView, { feature, zones }: Described): Breach | null {
  const bytes = readBytes(view);
  const hex = toHex(bytes);
  if (bytes.length > MOST_BYTES) return { kind: 'too-long', characteristic: 'measurement', bytes: hex, mostBytes: MOST_BYTES };
  const read = decodeOpenRecoveryMeasurement(view);
  if (!read.ok && read.error.name === 'out-of-range') return findByteFault('measurement', bytes, 1, 0, read.error.max);
  if (!read.ok) return { kind: 'too-short', characteristic: 'measurement', bytes: hex, neededBytes: missing(read.error) };
  const [flags = 0] = bytes;
  const mostFlags = (feature.pressure ? 1 : 0) + (feature.temperature ? 2 : 0);
  const lacksPressure = feature.pressure && (flags & 1) === 0 && read.value.zones.length > 0;
  // A later minor version may have more flags and fields.
  const known = feature.minor <= OPEN_RECOVERY_MINOR;
  if (lacksPressure || (known && (flags & ~mostFlags) !== 0))
    return findByteFault('measurement', bytes, 0, feature.pressure ? 1 : 0, mostFlags);
  const each = (flags & 1) === 0 ? 3 : 5;
  const needed = 2 + read.value.zones.length * each + ((flags & 2) === 0 ? 0 : 2);
  if (known && bytes.length > needed) return { kind: 'too-long', characteristic: 'measurement', bytes: hex, mostBytes: needed };
  const numbers = zones.map(({ zone }) => zone);
  for (const [place, { zone }] of read.value.zones.entries()) {
    const at = 2 + place * each;
    if (!numbers.includes(zone)) return { ...findByteFault('measurement', bytes, at, 1, 255), why: 'zone' };
    const repeated = read.value.zones.slice(0, place).some((other) => other.zone === zone);
    if (repeated) return { ...findByteFault('measurement', bytes, at, 1, 255), why: 'repeated' };
  }
  return null;
}

export function findByteFault(characteristic: CharacteristicName, bytes: Uint8Array, byte: number, min: number, max: number) {
  const value = bytes[byte] ?? 0;
  return { kind: 'byte', characteristic, bytes: toHex(bytes), byte, value, min, max, why: 'range' } as const;
}

export function readBytes(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function missing(error: { readonly name: string; readonly neededBytes?: number }): number {
  return error.neededBytes ?? 0;
}
