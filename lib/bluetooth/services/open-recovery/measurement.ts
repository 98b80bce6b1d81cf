import { type Decoded, decoded, missingBytes, outOfRange } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';

export interface ZoneMeasurement {
  readonly zone: number;
  /** Its current output in the unit of the zone; 0 if nothing moves. */
  readonly level: number;
  /** Null if the device does not measure it. */
  readonly pressureMmHg: number | null;
}

/** One packet: of all zones or of some, because four chambers with pressure do not fit into the smallest packet. */
export interface OpenRecoveryMeasurement {
  readonly zones: readonly ZoneMeasurement[];
  /** Of the device. */
  readonly temperatureC: number | null;
}

const PRESSURE = 0x01;
const TEMPERATURE = 0x02;
const MOST_ZONES = 16;

/**
 * Reads Measurement: flags, number of zones, then for each its number, level and, if flagged, pressure in 0.1 mmHg; last, if flagged,
 * temperature in 0.1 °C. No pressure is too high to be read: a host must see it to stop. Errors: `too-short` below 2 bytes, `truncated`;
 * `out-of-range` for more than 16 zones.
 */
export function decodeOpenRecoveryMeasurement(view: DataView): Decoded<OpenRecoveryMeasurement> {
  if (view.byteLength < 2) return missingBytes('too-short', 2, view.byteLength);
  const [flags, count] = [view.getUint8(0), view.getUint8(1)];
  if (count > MOST_ZONES) return outOfRange(count, 0, MOST_ZONES, { at: 1 });
  const [pressure, temperature] = [(flags & PRESSURE) !== 0, (flags & TEMPERATURE) !== 0];
  const zoneBytes = pressure ? 5 : 3;
  const needed = 2 + count * zoneBytes + (temperature ? 2 : 0);
  if (view.byteLength < needed) return missingBytes('truncated', needed, view.byteLength);
  const zones: ZoneMeasurement[] = [];
  for (let at = 2; zones.length < count; at += zoneBytes) {
    const pressureMmHg = pressure ? decodeNumber(view, at + 3, 'u16') / 10 : null;
    zones.push({ zone: view.getUint8(at), level: decodeNumber(view, at + 1, 'u16'), pressureMmHg });
  }
  const temperatureC = temperature ? decodeNumber(view, needed - 2, 's16') / 10 : null;
  return decoded({ zones, temperatureC });
}

/** Sends pressure for all zones or for none: the first zone decides. Throws `RangeError` for numbers that do not fit. */
export function encodeOpenRecoveryMeasurement({ zones, temperatureC }: OpenRecoveryMeasurement): Uint8Array<ArrayBuffer> {
  const pressure = (zones[0]?.pressureMmHg ?? null) !== null;
  return Uint8Array.from([
    (pressure ? PRESSURE : 0) | (temperatureC === null ? 0 : TEMPERATURE),
    ...encodeNumber(zones.length, 'u8'),
    ...zones.flatMap(({ zone, level, pressureMmHg }) => [
      ...encodeNumber(zone, 'u8'),
      ...encodeNumber(level, 'u16'),
      ...(pressure ? encodeNumber(Math.round((pressureMmHg ?? 0) * 10), 'u16') : []),
    ]),
    ...(temperatureC === null ? [] : encodeNumber(Math.round(temperatureC * 10), 's16')),
  ]);
}
