import { type Decoded, decoded, outOfRange } from '../decoded';
import { decodeNumber, encodeNumber, type NumberFormat, numberRange, numberWidth } from '../number-format';

/** One number of a packet. If the definition has a resolution, the value is the raw number × `times` ÷ `per`. */
export interface Field<N extends string = string> {
  readonly name: N;
  readonly format: NumberFormat;
  readonly times: number;
  readonly per: number;
  /** Smallest and largest allowed value, in the unit of the value. */
  readonly min: number;
  readonly max: number;
  /** The raw number that means "not available", if there is one. */
  readonly none: number | null;
}

export function field<N extends string>(
  name: N,
  format: NumberFormat,
  options: Partial<Pick<Field, 'times' | 'per' | 'min' | 'max' | 'none'>> = {},
): Field<N> {
  const { times = 1, per = 1, none = null } = options;
  const { min, max } = numberRange(format);
  return { name, format, times, per, none, min: options.min ?? (min * times) / per, max: options.max ?? (max * times) / per };
}

export function fieldsBytes(fields: readonly Field[]): number {
  return fields.reduce((sum, { format }) => sum + numberWidth(format), 0);
}

/** The caller ensures that the field lies inside the view. `null` for "not available". Error: `out-of-range`. */
export function readField({ format, times, per, min, max, none }: Field, view: DataView, at: number): Decoded<number | null> {
  const raw = decodeNumber(view, at, format);
  if (raw === none) return decoded(null);
  const value = (raw * times) / per;
  return value >= min && value <= max ? decoded(value) : outOfRange(value, min, max);
}

/**
 * Throws `RangeError` for a value that is out of range or would read as "not available", and for `null` if no number means "not available".
 */
export function fieldBytes({ name, format, times, per, min, max, none }: Field, value: number | null): number[] {
  if (value === null) {
    if (none === null) throw new RangeError(`${name} cannot be left out`);
    return encodeNumber(none, format);
  }
  const raw = Math.round((value * per) / times);
  if (!(value >= min && value <= max) || raw === none) throw new RangeError(`${name} out of range: ${value}`);
  return encodeNumber(raw, format);
}
