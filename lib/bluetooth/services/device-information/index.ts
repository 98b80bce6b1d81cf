import { uuid16 } from '../../uuid';
import { type Decoded, decoded, missingBytes } from '../decoded';
import { defineService } from '../service';

export const deviceInformationUuids = {
  service: uuid16(0x180a),
  manufacturer: uuid16(0x2a29),
  model: uuid16(0x2a24),
  firmware: uuid16(0x2a26),
  hardware: uuid16(0x2a27),
  software: uuid16(0x2a28),
  systemId: uuid16(0x2a23),
} as const;

export type DeviceText = 'manufacturer' | 'model' | 'firmware' | 'hardware' | 'software';

/**
 * The text characteristics, for `decodeDeviceText`. The serial number (2A25) is missing: it is on the blocklist of Web Bluetooth, so
 * requesting it fails.
 */
export const deviceTexts: readonly { readonly key: DeviceText; readonly uuid: string }[] = (
  ['manufacturer', 'model', 'firmware', 'hardware', 'software'] as const
).map((key) => ({ key, uuid: deviceInformationUuids[key] }));

/** Reads a text of the Device Information service: UTF-8 up to the first NUL, bad sequences as U+FFFD, outer white space removed. May be ''. */
export function decodeDeviceText(view: DataView): Decoded<string> {
  const text = new TextDecoder('utf-8').decode(view);
  return decoded((text.split('\0', 1)[0] ?? '').trim());
}

/** The bytes of a text as a device holds it, without NUL. */
export function encodeDeviceText(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

/** System ID (2A23): two little-endian numbers, as lower-case hex, most significant digit first. */
export interface SystemId {
  readonly manufacturerId: string;
  readonly organization: string;
}

/** Reads 2A23: manufacturer's number (5 bytes), then the organization's (3 bytes). Error: `too-short` below 8 bytes. */
export function decodeSystemId(view: DataView): Decoded<SystemId> {
  if (view.byteLength < 8) return missingBytes('too-short', 8, view.byteLength);
  const digits = Array.from({ length: 8 }, (_, i) =>
    view
      .getUint8(7 - i)
      .toString(16)
      .padStart(2, '0'),
  );
  return decoded({ manufacturerId: digits.slice(3).join(''), organization: digits.slice(0, 3).join('') });
}

export const deviceInformation = defineService('device-information', deviceInformationUuids, {
  manufacturer: { decode: decodeDeviceText },
  model: { decode: decodeDeviceText },
  firmware: { decode: decodeDeviceText },
  hardware: { decode: decodeDeviceText },
  software: { decode: decodeDeviceText },
  systemId: { decode: decodeSystemId },
});
