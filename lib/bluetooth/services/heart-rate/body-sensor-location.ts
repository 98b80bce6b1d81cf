import { type Decoded, decoded, missingBytes } from '../decoded';

/** In order of their numbers (2A38). */
const locations = ['other', 'chest', 'wrist', 'finger', 'hand', 'ear', 'foot'] as const;

/** `unknown` is a reserved number; `other` is the sensor's own answer. */
export type BodySensorLocation = (typeof locations)[number] | 'unknown';

/** Reads 2A38. Error: `too-short` when empty. */
export function decodeBodySensorLocation(view: DataView): Decoded<BodySensorLocation> {
  if (view.byteLength < 1) return missingBytes('too-short', 1, view.byteLength);
  return decoded(locations[view.getUint8(0)] ?? 'unknown');
}

/** The one byte of 2A38. */
export function encodeBodySensorLocation(location: Exclude<BodySensorLocation, 'unknown'>): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(locations.indexOf(location));
}
