import { uuid16 } from '../../uuid';
import { type Decoded, decoded, missingBytes, outOfRange } from '../decoded';
import { defineService } from '../service';

export const batteryUuids = { service: uuid16(0x180f), level: uuid16(0x2a19) } as const;

/** Reads Battery Level (2A19): whole percent, 0..100. Errors: `too-short` when empty, `out-of-range` above 100. */
export function decodeBatteryLevel(view: DataView): Decoded<number> {
  if (view.byteLength < 1) return missingBytes('too-short', 1, view.byteLength);
  const percent = view.getUint8(0);
  return percent <= 100 ? decoded(percent) : outOfRange(percent, 0, 100);
}

/** The one byte of 2A19. Throws `RangeError` unless `percent` is whole and 0..100. */
export function encodeBatteryLevel(percent: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new RangeError(`not a battery level: ${percent}`);
  return Uint8Array.of(percent);
}

export const battery = defineService('battery', batteryUuids, { level: { decode: decodeBatteryLevel } });
