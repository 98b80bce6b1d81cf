import { type Decoded, decoded, missingBytes, outOfRange, unsupportedFrame } from '../../../bluetooth/services/decoded';

/** From Taxom/pyhypervolt (MIT), docs/protocol.md, observed on an HV200 with firmware 1.15.0. */
export const hypervoltUuids = {
  service: '31cb456a-3c31-4e56-8c2b-e8f479d2b056',
  auth: '31cb4570-3c31-4e56-8c2b-e8f479d2b056',
  speed: '31cb456c-3c31-4e56-8c2b-e8f479d2b056',
  telemetry: '31cb456d-3c31-4e56-8c2b-e8f479d2b056',
} as const;

export const HIGHEST_SPEED = 3;
const CHALLENGE = 0x01;

export interface HypervoltStatus {
  /** 0 (off) to 3. */
  readonly speed: number;
  /** How hard the gun is pressed, 0 to 3. */
  readonly pressure: number;
}

export interface HypervoltTelemetry {
  /** Motor load as reported, without a unit. */
  readonly load: number;
  readonly batteryV: number;
  /** Inside the device. */
  readonly temperatureC: number;
}

/** Decodes a notification of 456c: speed and load level. Errors: `too-short`, `out-of-range` above 3. */
export function decodeHypervoltStatus(view: DataView): Decoded<HypervoltStatus> {
  if (view.byteLength < 2) return missingBytes('too-short', 2, view.byteLength);
  const [speed, pressure] = [view.getUint8(0), view.getUint8(1)];
  const wrong = [speed, pressure].find((value) => value > HIGHEST_SPEED);
  return wrong === undefined ? decoded({ speed, pressure }) : outOfRange(wrong, 0, HIGHEST_SPEED);
}

/** Decodes a notification of 456d: load (BE) at 8, battery in 0.01 V (BE) at 10, °C at 12. Error: `too-short` below 13 bytes. */
export function decodeHypervoltTelemetry(view: DataView): Decoded<HypervoltTelemetry> {
  if (view.byteLength < 13) return missingBytes('too-short', 13, view.byteLength);
  return decoded({ load: view.getUint16(8), batteryV: view.getUint16(10) / 100, temperatureC: view.getInt8(12) });
}

/** Decodes 4570: 01 and three bytes that change each time. Errors: `too-short`, `unsupported-frame` when it does not start with 01. */
export function decodeChallenge(view: DataView): Decoded<Uint8Array> {
  if (view.byteLength < 4) return missingBytes('too-short', 4, view.byteLength);
  if (view.getUint8(0) !== CHALLENGE) return unsupportedFrame(view.getUint8(0));
  return decoded(Uint8Array.from([0, 1, 2, 3], (at) => view.getUint8(at)));
}

/**
 * The response to write to 4570: `01`, then three bytes computed from the challenge, the device's address (6 bytes, in written order) and
 * the maker's table (256 bytes). Formula: pyhypervolt, auth.py.
 */
export function responseTo(challenge: Uint8Array, address: Uint8Array, table: Uint8Array): Uint8Array {
  const [, b2 = 0, b1 = 0, b0 = 0] = challenge;
  const [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0] = address;
  const looked = (index: number) => table[index & 0xff] ?? 0;
  const first = (((m5 | m1) ^ looked(m4 ^ b2)) & 0xff) >> (b0 & 1);
  const second = (b2 ^ (looked(m2 & b1) + m3)) & 0xff;
  const third = (((m0 ^ looked(b0 ^ m5)) & 0xff) << (b1 & 1)) & 0xff;
  return Uint8Array.of(CHALLENGE, first, second, third);
}
