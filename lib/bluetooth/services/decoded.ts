/**
 * Why a value from a device could not be read.
 * - `too-short`: fewer bytes than any value of this kind has.
 * - `truncated`: the flags announce a field that does not fit in what was received.
 * - `out-of-range`: whole, but a field holds a number that its definition forbids.
 */
export type DecodeError =
  | { readonly name: 'too-short' | 'truncated'; readonly neededBytes: number; readonly receivedBytes: number }
  | { readonly name: 'out-of-range'; readonly value: number; readonly min: number; readonly max: number };

/** What every decoder returns: a value or a named error. A decoder never throws, whatever the bytes. */
export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: DecodeError };

export function decoded<T>(value: T): Decoded<T> {
  return { ok: true, value };
}

/** Counts are of the whole value, in bytes, from its first byte. */
export function missingBytes(name: 'too-short' | 'truncated', neededBytes: number, receivedBytes: number): Decoded<never> {
  return { ok: false, error: { name, neededBytes, receivedBytes } };
}

/** `min` and `max` are both allowed values. */
export function outOfRange(value: number, min: number, max: number): Decoded<never> {
  return { ok: false, error: { name: 'out-of-range', value, min, max } };
}
