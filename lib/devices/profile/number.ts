import * as littleEndian from '../../bluetooth/services/number-format';
import type { NumberType } from './schema';

/** The number of bytes. */
export function numberSize(type: NumberType): number {
  if (type === 'units-hundredths') return 2;
  return littleEndian.numberWidth(toFormat(type));
}

/** The smallest and largest number of the type. */
export function typeRange(type: NumberType): { readonly min: number; readonly max: number } {
  if (type === 'units-hundredths') return { min: 0, max: 255.99 };
  return littleEndian.numberRange(toFormat(type));
}

/** The smallest difference between two numbers of the type. */
export function typeStep(type: NumberType): number {
  return type === 'units-hundredths' ? 0.01 : 1;
}

/** Throws `RangeError` unless the value is a multiple of the type's step that fits. */
export function profileNumberBytes(value: number, type: NumberType): number[] {
  if (type === 'units-hundredths') {
    const hundredths = Math.round(value * 100);
    if (Math.abs(hundredths - value * 100) > 1e-6) throw new RangeError(`not in hundredths: ${value}`);
    return [...littleEndian.encodeNumber(Math.floor(hundredths / 100), 'u8'), hundredths % 100];
  }
  const bytes = littleEndian.encodeNumber(value, toFormat(type));
  return type.endsWith('be') ? bytes.reverse() : bytes;
}

/** Null when the bytes end before the number does, or are no number of the type: 100 hundredths or more. */
export function readProfileNumber(bytes: readonly number[], at: number, type: NumberType): number | null {
  const own = Uint8Array.from(bytes.slice(at, at + numberSize(type)));
  if (own.length < numberSize(type)) return null;
  if (type === 'units-hundredths') {
    const [units = 0, hundredths = 0] = own;
    return hundredths > 99 ? null : (units * 100 + hundredths) / 100;
  }
  if (type.endsWith('be')) own.reverse();
  return littleEndian.decodeNumber(new DataView(own.buffer), 0, toFormat(type));
}

/** Without the byte order. */
function toFormat(type: NumberType): littleEndian.NumberFormat {
  return type.replace(/[lb]e$/, '') as littleEndian.NumberFormat;
}
