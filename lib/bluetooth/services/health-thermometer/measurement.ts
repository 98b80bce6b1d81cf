import { toCelsius, toFahrenheit } from '../../../core/imperial';
import { DATE_TIME_BYTES, dateTimeBytes, decodeDateTime } from '../date-time';
import { type Decoded, decoded, missingBytes, outOfRange } from '../decoded';
import { decodeFloat, FLOAT_BYTES, floatBytes } from './ieee-11073';

const flag = { fahrenheit: 0x01, time: 0x02, site: 0x04 } as const;
/** As for the Temperature characteristic (2A6E), whose range is that of its s16. */
const LOWEST_C = -273.15;
const HIGHEST_C = 327.67;

/** In order of their numbers, from 1 (2A1D). */
const sites = ['armpit', 'body', 'ear', 'finger', 'gut', 'mouth', 'rectum', 'toe', 'eardrum'] as const;

/** One Temperature Measurement (2A1C). */
export interface TemperatureMeasurement {
  readonly temperatureC: number;
  /** The unit that the device sent and shows. */
  readonly unit: 'celsius' | 'fahrenheit';
  /** By the device's clock, `YYYY-MM-DDThh:mm:ss` in no known zone; `null` when not sent or not known. */
  readonly deviceTime: string | null;
  readonly site: (typeof sites)[number] | 'unknown' | null;
}

/**
 * Reads 2A1C: flags, FLOAT, perhaps time and site. Errors: `too-short` below 5 bytes, `truncated`, `no-value` when the thermometer has
 * none, `out-of-range` for a temperature outside -273.15..327.67 °C or a time that no calendar has.
 */
export function decodeTemperatureMeasurement(view: DataView): Decoded<TemperatureMeasurement> {
  const received = view.byteLength;
  if (received < 1 + FLOAT_BYTES) return missingBytes('too-short', 1 + FLOAT_BYTES, received);
  const flags = view.getUint8(0);
  const timeAt = 1 + FLOAT_BYTES;
  const siteAt = timeAt + (flags & flag.time ? DATE_TIME_BYTES : 0);
  const needed = siteAt + (flags & flag.site ? 1 : 0);
  if (received < needed) return missingBytes('truncated', needed, received);

  const sent = decodeFloat(view, 1);
  if (!sent.ok) return sent;
  const unit = flags & flag.fahrenheit ? 'fahrenheit' : 'celsius';
  const temperatureC = unit === 'celsius' ? sent.value : toCelsius(sent.value);
  if (!(temperatureC >= LOWEST_C && temperatureC <= HIGHEST_C)) return outOfRange(temperatureC, LOWEST_C, HIGHEST_C);
  const time = flags & flag.time ? decodeDateTime(view, timeAt) : decoded(null);
  if (!time.ok) return time;
  const site = flags & flag.site ? (sites[view.getUint8(siteAt) - 1] ?? 'unknown') : null;
  return decoded({ temperatureC, unit, deviceTime: time.value, site });
}

/** What a thermometer sends, with so many `decimals` in the unit given. Throws `RangeError` for values that do not fit. */
export function encodeTemperatureMeasurement(
  { temperatureC, unit, deviceTime, site }: Omit<TemperatureMeasurement, 'site'> & { readonly site: (typeof sites)[number] | null },
  decimals = 1,
): Uint8Array<ArrayBuffer> {
  if (!(temperatureC >= LOWEST_C && temperatureC <= HIGHEST_C)) throw new RangeError(`not a temperature: ${temperatureC}`);
  const flags = (unit === 'fahrenheit' ? flag.fahrenheit : 0) | (deviceTime === null ? 0 : flag.time) | (site === null ? 0 : flag.site);
  return Uint8Array.from([
    flags,
    ...floatBytes(unit === 'celsius' ? temperatureC : toFahrenheit(temperatureC), decimals),
    ...(deviceTime === null ? [] : dateTimeBytes(deviceTime)),
    ...(site === null ? [] : [sites.indexOf(site) + 1]),
  ]);
}
