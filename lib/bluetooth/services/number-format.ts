/** Format of a number in a packet; all are little-endian. */
export type NumberFormat = 'u8' | 's8' | 'u16' | 's16' | 'u24' | 's24' | 'u32';

export function numberWidth(format: NumberFormat): number {
  return Number(format.slice(1)) / 8;
}

/** The smallest and the largest number that fit. */
export function numberRange(format: NumberFormat): { readonly min: number; readonly max: number } {
  const values = 256 ** numberWidth(format);
  return format.startsWith('s') ? { min: -values / 2, max: values / 2 - 1 } : { min: 0, max: values - 1 };
}

/** The caller ensures that the number lies inside the view. */
export function decodeNumber(view: DataView, at: number, format: NumberFormat): number {
  let value = 0;
  for (let i = numberWidth(format) - 1; i >= 0; i--) value = value * 256 + view.getUint8(at + i);
  const { max } = numberRange(format);
  return value > max ? value - 256 ** numberWidth(format) : value;
}

/** The bytes of a number. Throws `RangeError` unless it is whole and fits. */
export function encodeNumber(value: number, format: NumberFormat): number[] {
  const { min, max } = numberRange(format);
  if (!Number.isInteger(value) || value < min || value > max) throw new RangeError(`not a ${format}: ${value}`);
  const unsigned = value < 0 ? value + 256 ** numberWidth(format) : value;
  return Array.from({ length: numberWidth(format) }, (_, i) => Math.floor(unsigned / 256 ** i) % 256);
}
