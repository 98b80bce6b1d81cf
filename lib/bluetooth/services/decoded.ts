/**
 * Why a value from a device could not be read.
 * - `too-short`: fewer bytes than any value of this kind has.
 * - `truncated`: the flags announce a field that does not fit in what was received.
 * - `out-of-range`: whole, but a field holds a number that its definition forbids.
 * - `no-value`: whole, but where the number should be, the device says that it has none.
 * - `unsupported-frame`: a kind of message, named by the number that stands for it, that Rebound cannot read.
 */
export type DecodeError =
  | { readonly name: 'too-short' | 'truncated'; readonly neededBytes: number; readonly receivedBytes: number }
  | { readonly name: 'out-of-range'; readonly value: number; readonly min: number; readonly max: number }
  | { readonly name: 'no-value'; readonly reason: NoValueReason }
  | { readonly name: 'unsupported-frame'; readonly frame: number };

/** The first five are the special numbers of IEEE 11073; `unknown` is the number that a definition keeps for "not known". */
export type NoValueReason = 'nan' | 'not-at-this-resolution' | 'positive-infinity' | 'negative-infinity' | 'reserved' | 'unknown';

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

export function noValue(reason: NoValueReason): Decoded<never> {
  return { ok: false, error: { name: 'no-value', reason } };
}

export function unsupportedFrame(frame: number): Decoded<never> {
  return { ok: false, error: { name: 'unsupported-frame', frame } };
}
