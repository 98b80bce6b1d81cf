/**
 * Why a value from a device could not be read.
 * - `too-short`: fewer bytes than any value of this kind has.
 * - `truncated`: the flags announce a field that the received bytes do not hold.
 * - `out-of-range`: complete, but a field holds a number that its definition forbids. `at` is the first byte of the field, from 0, and `why`
 *   is the rule where it is not the range; both only where the decoder gives them.
 * - `no-value`: complete, but the device reports that it has no value.
 * - `unsupported-frame`: a kind of message that Rebound cannot read, given by its number.
 */
export type DecodeError =
  | { readonly name: 'too-short' | 'truncated'; readonly neededBytes: number; readonly receivedBytes: number }
  | {
      readonly name: 'out-of-range';
      readonly value: number;
      readonly min: number;
      readonly max: number;
      readonly at?: number;
      readonly why?: 'repeated' | 'step';
    }
  | { readonly name: 'no-value'; readonly reason: NoValueReason }
  | { readonly name: 'unsupported-frame'; readonly frame: number };

/** The first five are the special numbers of IEEE 11073; `unknown` is the number that a definition reserves for "not known". */
export type NoValueReason = 'nan' | 'not-at-this-resolution' | 'positive-infinity' | 'negative-infinity' | 'reserved' | 'unknown';

/** What every decoder returns: a value or a named error. A decoder never throws, whatever the bytes. */
export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: DecodeError };

export function decoded<T>(value: T): Decoded<T> {
  return { ok: true, value };
}

/** Both count the bytes of the whole value, from its first byte. */
export function missingBytes(name: 'too-short' | 'truncated', neededBytes: number, receivedBytes: number): Decoded<never> {
  return { ok: false, error: { name, neededBytes, receivedBytes } };
}

/** `min` and `max` are both allowed values. `where`: the first byte of the field, and the rule if it is not the range. */
export function outOfRange(
  value: number,
  min: number,
  max: number,
  where: { readonly at?: number; readonly why?: 'repeated' | 'step' } = {},
): Decoded<never> {
  return { ok: false, error: { name: 'out-of-range', value, min, max, ...where } };
}

export function noValue(reason: NoValueReason): Decoded<never> {
  return { ok: false, error: { name: 'no-value', reason } };
}

export function unsupportedFrame(frame: number): Decoded<never> {
  return { ok: false, error: { name: 'unsupported-frame', frame } };
}
