import { uuid16 } from '../../uuid';
import { type Decoded, decoded, missingBytes, noValue, outOfRange } from '../decoded';
import { decodeNumber, encodeNumber, type NumberFormat, numberWidth } from '../number-format';
import { defineService, measures } from '../service';

export const environmentalSensingUuids = {
  service: uuid16(0x181a),
  temperature: uuid16(0x2a6e),
  humidity: uuid16(0x2a6f),
  pressure: uuid16(0x2a6d),
} as const;

interface QuantityFormat {
  readonly format: NumberFormat;
  readonly per: number;
  readonly min: number;
  readonly max: number;
  /** The raw number for "not known". */
  readonly unknown: number | null;
}

const temperature: QuantityFormat = { format: 's16', per: 100, min: -273.15, max: 327.67, unknown: -0x8000 };
const humidity: QuantityFormat = { format: 'u16', per: 100, min: 0, max: 100, unknown: 0xffff };
const pressure: QuantityFormat = { format: 'u32', per: 10, min: 0, max: 429_496_729.5, unknown: null };

/** Reads Temperature (2A6E), °C. Errors: `too-short`, `no-value` when not known, `out-of-range` below absolute zero. */
export function decodeTemperature(view: DataView): Decoded<number> {
  return decode(view, temperature);
}

/** Reads Humidity (2A6F), % relative. Errors: `too-short`, `no-value` when not known, `out-of-range` above 100. */
export function decodeHumidity(view: DataView): Decoded<number> {
  return decode(view, humidity);
}

/** Reads Pressure (2A6D), Pa. Error: `too-short`. */
export function decodePressure(view: DataView): Decoded<number> {
  return decode(view, pressure);
}

/** °C. Throws `RangeError` outside -273.15..327.67. */
export function encodeTemperature(temperatureC: number): Uint8Array<ArrayBuffer> {
  return encode(temperatureC, temperature);
}

/** % relative. Throws `RangeError` outside 0..100. */
export function encodeHumidity(humidityPct: number): Uint8Array<ArrayBuffer> {
  return encode(humidityPct, humidity);
}

/** Pa. Throws `RangeError` below 0 and above what fits. */
export function encodePressure(pressurePa: number): Uint8Array<ArrayBuffer> {
  return encode(pressurePa, pressure);
}

function decode(view: DataView, { format, per, min, max, unknown }: QuantityFormat): Decoded<number> {
  if (view.byteLength < numberWidth(format)) return missingBytes('too-short', numberWidth(format), view.byteLength);
  const raw = decodeNumber(view, 0, format);
  if (raw === unknown) return noValue('unknown');
  const value = raw / per;
  return value >= min && value <= max ? decoded(value) : outOfRange(value, min, max);
}

function encode(value: number, { format, per, min, max }: QuantityFormat): Uint8Array<ArrayBuffer> {
  if (!(value >= min && value <= max)) throw new RangeError(`out of range: ${value}`);
  return Uint8Array.from(encodeNumber(Math.round(value * per), format));
}

export const environmentalSensing = defineService('environmental-sensing', environmentalSensingUuids, {
  temperature: measures('thermometer', decodeTemperature, (celsius) => ({ temperature: celsius })),
  humidity: measures('thermometer', decodeHumidity, (percent) => ({ humidity: percent })),
  pressure: { decode: decodePressure },
});
