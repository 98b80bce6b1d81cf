import { type Decoded, decoded, outOfRange } from './decoded';
import { decodeNumber, encodeNumber } from './number-format';

export const DATE_TIME_BYTES = 7;

const parts = [
  { at: 2, min: 1, max: 12 },
  { at: 3, min: 1, max: 31 },
  { at: 4, min: 0, max: 23 },
  { at: 5, min: 0, max: 59 },
  { at: 6, min: 0, max: 59 },
] as const;

/**
 * Reads Date Time (2A08): year u16, month, day, hours, minutes, seconds, from the device's own clock in an unknown time zone. Returns
 * `YYYY-MM-DDThh:mm:ss`, or `null` if year, month or day is 0, which means "not known". The caller ensures that the 7 bytes lie inside the
 * view. Error: `out-of-range` for a year before 1582 or after 9999, or a part that no calendar or clock has.
 */
export function decodeDateTime(view: DataView, at: number): Decoded<string | null> {
  const year = decodeNumber(view, at, 'u16');
  if (year === 0 || view.getUint8(at + 2) === 0 || view.getUint8(at + 3) === 0) return decoded(null);
  if (year < 1582 || year > 9999) return outOfRange(year, 1582, 9999);
  for (const part of parts) {
    const value = view.getUint8(at + part.at);
    if (value < part.min || value > part.max) return outOfRange(value, part.min, part.max);
  }
  const [month = 1, day = 1, ...clock] = parts.map((part) => view.getUint8(at + part.at));
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > lastDay) return outOfRange(day, 1, lastDay);
  return decoded(`${year}-${two(month)}-${two(day)}T${clock.map(two).join(':')}`);
}

/** The 7 bytes of a time in the form of `decodeDateTime`; all zero for `null`. Throws `RangeError` for any other text. */
export function dateTimeBytes(time: string | null): number[] {
  if (time === null) return Array(DATE_TIME_BYTES).fill(0);
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(time);
  if (match === null) throw new RangeError(`not a date and time: ${time}`);
  const [year = 0, ...rest] = match.slice(1).map(Number);
  return [...encodeNumber(year, 'u16'), ...rest];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
