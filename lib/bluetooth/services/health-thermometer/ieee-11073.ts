import { type Decoded, decoded, type NoValueReason, noValue } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';

export const FLOAT_BYTES = 4;

/** The five special mantissas (IEEE 11073-20601), as signed 24-bit numbers. */
const specials: ReadonlyMap<number, NoValueReason> = new Map([
  [0x7fffff, 'nan'],
  [-0x800000, 'not-at-this-resolution'],
  [0x7ffffe, 'positive-infinity'],
  [-0x7ffffe, 'negative-infinity'],
  [-0x7fffff, 'reserved'],
]);

/**
 * Reads a 32-bit FLOAT: mantissa s24, then exponent s8 to base 10. The caller ensures that the 4 bytes lie inside the view. Error:
 * `no-value`. The result may be as large as 8e133, so check the range.
 */
export function decodeFloat(view: DataView, at: number): Decoded<number> {
  const mantissa = decodeNumber(view, at, 's24');
  const special = specials.get(mantissa);
  if (special !== undefined) return noValue(special);
  const exponent = decodeNumber(view, at + 3, 's8');
  // Divide, because 366 / 10 is exactly 36.6 and 366 * 0.1 is not.
  return decoded(exponent < 0 ? mantissa / 10 ** -exponent : mantissa * 10 ** exponent);
}

/** The 4 bytes of a number with so many `decimals`. Throws `RangeError` when it does not fit. */
export function floatBytes(value: number, decimals: number): number[] {
  const mantissa = Math.round(value * 10 ** decimals);
  if (specials.has(mantissa)) throw new RangeError(`not a FLOAT: ${value}`);
  return [...encodeNumber(mantissa, 's24'), ...encodeNumber(-decimals, 's8')];
}
