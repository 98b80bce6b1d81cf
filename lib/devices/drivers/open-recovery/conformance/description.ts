import type { Link } from '../../../../bluetooth/link';
import type { DecodeError } from '../../../../bluetooth/services/decoded';
import {
  decodeOpenRecoveryFeature,
  decodeOpenRecoveryProgrammes,
  decodeOpenRecoveryZones,
  encodeOpenRecoveryFeature,
  OPEN_RECOVERY_MINOR,
  type OpenRecoveryClass,
  type OpenRecoveryFeature,
  type OpenRecoveryProgramme,
  type OpenRecoveryZone,
  openRecoveryUuids,
} from '../../../../bluetooth/services/open-recovery';
import type { CharacteristicProperties, GattCharacteristic, GattService } from '../../../../bluetooth/transport';
import { toHex } from '../../../inspector/hex';
import { characteristicIn } from '../../found';
import type { Described } from '../capabilities';
import type { Breach, CharacteristicName } from './breach';
import { findByteFault, readBytes } from './forms';
import { readOrNull } from './read-or-null';
import type { Report } from './report';

const PROPERTIES: Readonly<Record<CharacteristicName, readonly (keyof CharacteristicProperties)[]>> = {
  feature: ['read'],
  ranges: ['read'],
  programmes: ['read'],
  controlPoint: ['write', 'indicate'],
  status: ['read', 'notify'],
  measurement: ['notify'],
};
const NAMES = Object.keys(PROPERTIES) as CharacteristicName[];

/**
 * Tests what the device says about itself (D-1 to D-3). Returns it, or null when it cannot be tested further. Reads only. Throws
 * `BluetoothFault` when the link is lost.
 */
export async function testDescription(
  link: Link,
  service: GattService,
  kind: OpenRecoveryClass,
  report: Report,
): Promise<Described | null> {
  if (!testCharacteristics(service, report)) return null;
  const found = (name: CharacteristicName) => characteristicIn(service, openRecoveryUuids[name]);
  const read = (name: CharacteristicName) => readValue(link, found(name), name, name === 'programmes' ? 'D-3' : 'D-2', report);
  const feature = checkFeature(await read('feature'), kind, report);
  const zones = checkZones(await read('ranges'), feature, report);
  const programmes = checkProgrammes(await read('programmes'), feature, report);
  if (feature === null || zones === null || report.failed('D-2')) return null;
  report.pass('D-2');
  return { feature, zones, programmes };
}

function testCharacteristics(service: GattService, report: Report): boolean {
  let complete = true;
  for (const characteristic of NAMES) {
    const found = characteristicIn(service, openRecoveryUuids[characteristic]);
    if (found === null) report.fail('D-1', { kind: 'missing-characteristic', characteristic });
    const property = PROPERTIES[characteristic].find((one) => !(found?.properties[one] ?? true));
    if (property !== undefined) report.fail('D-1', { kind: 'missing-property', characteristic, property });
    complete &&= found !== null && property === undefined;
  }
  if (complete) report.pass('D-1');
  return complete;
}

async function readValue(
  link: Link,
  characteristic: GattCharacteristic | null,
  name: CharacteristicName,
  id: 'D-2' | 'D-3',
  report: Report,
): Promise<DataView | null> {
  const view = characteristic === null ? null : await readOrNull(link, characteristic);
  if (view === null) report.fail(id, { kind: 'read-failed', characteristic: name });
  return view;
}

function checkFeature(view: DataView | null, kind: OpenRecoveryClass, report: Report): OpenRecoveryFeature | null {
  if (view === null) return null;
  const bytes = readBytes(view);
  const read = decodeOpenRecoveryFeature(view);
  if (!read.ok) {
    report.fail('D-2', toObservation('feature', bytes, read.error));
    return null;
  }
  const feature = read.value;
  if (feature.minor === 0) report.leaveOutNewer();
  // What the profile leaves no choice for: the class of the service, and the bits and bytes that are 0.
  const exact = encodeOpenRecoveryFeature({ ...feature, class: kind });
  const wrong = exact.findIndex((byte, at) => byte !== bytes[at]);
  const known = feature.minor <= OPEN_RECOVERY_MINOR;
  if (wrong === 2 || (known && wrong !== -1)) report.fail('D-2', findByteFault('feature', bytes, wrong, ...allowed(wrong, exact)));
  else if (known && bytes.length > exact.length)
    report.fail('D-2', { kind: 'too-long', characteristic: 'feature', bytes: toHex(bytes), mostBytes: exact.length });
  return feature;
}

/** The flags may be anything up to 7. */
function allowed(byte: number, exact: Uint8Array): readonly [min: number, max: number] {
  const only = exact[byte] ?? 0;
  return byte === 10 ? [0, 7] : [only, only];
}

function checkZones(view: DataView | null, feature: OpenRecoveryFeature | null, report: Report): readonly OpenRecoveryZone[] | null {
  if (view === null) return null;
  const read = decodeOpenRecoveryZones(view);
  if (!read.ok) {
    report.fail('D-2', toObservation('ranges', readBytes(view), read.error));
    return null;
  }
  const { length } = read.value;
  if (feature !== null && length !== feature.zones)
    report.fail('D-2', { kind: 'counts-differ', characteristic: 'ranges', announced: feature.zones, listed: length });
  return read.value;
}

/** Those that can be read, so that the rest can be tested without them. */
function checkProgrammes(view: DataView | null, feature: OpenRecoveryFeature | null, report: Report): readonly OpenRecoveryProgramme[] {
  if (view === null) return [];
  const bytes = readBytes(view);
  const read = decodeOpenRecoveryProgrammes(view);
  if (!read.ok) {
    report.fail('D-3', toObservation('programmes', bytes, read.error));
    return [];
  }
  const announced = feature?.programmes ?? read.value.length;
  if (read.value.length !== announced)
    report.fail('D-3', { kind: 'counts-differ', characteristic: 'programmes', announced, listed: read.value.length });
  const wrong = findBadText(read.value.length, bytes);
  if (wrong !== -1) report.fail('D-3', { ...findByteFault('programmes', bytes, wrong, 0, 255), why: 'utf-8' });
  report.pass('D-3');
  return read.value;
}

/** The first byte of a name that is no UTF-8; -1 for none. A decoder replaces what is no text, so that it is written otherwise. */
function findBadText(programmes: number, bytes: Uint8Array): number {
  let at = 0;
  for (let place = 0; place < programmes; place++) {
    const length = bytes[at + 1] ?? 0;
    const name = bytes.subarray(at + 2, at + 2 + length);
    const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(name));
    const wrong = name.findIndex((byte, offset) => byte !== again[offset]);
    if (wrong !== -1) return at + 2 + wrong;
    at += 2 + length;
  }
  return -1;
}

function toObservation(characteristic: CharacteristicName, bytes: Uint8Array, error: DecodeError): Breach {
  const hex = toHex(bytes);
  if (error.name === 'out-of-range') {
    const { at: byte = 0, value, min, max, why = 'range' } = error;
    return { kind: 'byte', characteristic, bytes: hex, byte, value, min, max, why };
  }
  if (error.name === 'unsupported-frame') return { ...findByteFault(characteristic, bytes, 0, 1, 1) };
  const neededBytes = 'neededBytes' in error ? error.neededBytes : bytes.length;
  return { kind: 'too-short', characteristic, bytes: hex, neededBytes };
}
