import type { NumberType } from './schema';

export function numberSize(type: NumberType): number {
  return Number.parseInt(type.slice(1), 10) / 8;
}

/** The least and the greatest number that fit. */
export function numberRange(type: NumberType): { readonly min: number; readonly max: number } {
  const values = 256 ** numberSize(type);
  return type.startsWith('s') ? { min: -values / 2, max: values / 2 - 1 } : { min: 0, max: values - 1 };
}

/** The caller sees to it that it is whole and fits. */
export function numberBytes(value: number, type: NumberType): number[] {
  const unsigned = value < 0 ? value + 256 ** numberSize(type) : value;
  const bytes = Array.from({ length: numberSize(type) }, (_, i) => Math.floor(unsigned / 256 ** i) % 256);
  return type.endsWith('be') ? bytes.reverse() : bytes;
}

/** Null when the bytes end before it does. */
export function readNumber(bytes: readonly number[], at: number, type: NumberType): number | null {
  const own = bytes.slice(at, at + numberSize(type));
  if (own.length < numberSize(type)) return null;
  const value = (type.endsWith('be') ? own : own.reverse()).reduce((all, byte) => all * 256 + byte, 0);
  return value > numberRange(type).max ? value - 256 ** numberSize(type) : value;
}
