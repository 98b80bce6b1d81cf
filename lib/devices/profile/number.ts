import * as littleEndian from '../../bluetooth/services/number-format';
import type { NumberType } from './schema';

export function numberSize(type: NumberType): number {
  return littleEndian.numberWidth(toFormat(type));
}

/** The smallest and largest number of the type. */
export function typeRange(type: NumberType): { readonly min: number; readonly max: number } {
  return littleEndian.numberRange(toFormat(type));
}

/** Throws `RangeError` unless the value is an integer that fits. */
export function profileNumberBytes(value: number, type: NumberType): number[] {
  const bytes = littleEndian.encodeNumber(value, toFormat(type));
  return type.endsWith('be') ? bytes.reverse() : bytes;
}

/** Null when the bytes end before the number does. */
export function readProfileNumber(bytes: readonly number[], at: number, type: NumberType): number | null {
  const own = Uint8Array.from(bytes.slice(at, at + numberSize(type)));
  if (own.length < numberSize(type)) return null;
  if (type.endsWith('be')) own.reverse();
  return littleEndian.decodeNumber(new DataView(own.buffer), 0, toFormat(type));
}

/** Without the byte order. */
function toFormat(type: NumberType): littleEndian.NumberFormat {
  return type.replace(/[lb]e$/, '') as littleEndian.NumberFormat;
}
