import { sum } from '../../core/statistics';
import { checksum, checksumBytes } from './checksum';
import { escapedBytes } from './escape';
import { numberSize, profileNumberBytes, typeRange } from './number';
import type { DeviceProfile, ProfileFrame, ProfilePart, ValuePart } from './schema';
import { type FrameValues, scaledValue, wantedValue } from './values';

export function hexBytes(hex: string): number[] {
  return (hex.replaceAll(' ', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

/** The names of the values in a frame. */
export function valuesIn(frame: ProfileFrame): readonly ValuePart['value'][] {
  return frame.bytes.flatMap((part) => (typeof part === 'object' && 'value' in part ? [part.value] : []));
}

/** The smallest and largest number of bytes of a part, before escapes. `digits` and `ascii` depend on the longest value. */
export function partSize(part: ProfilePart, longest: (name: ValuePart['value']) => number): readonly [number, number] {
  if (typeof part === 'string') return both(hexBytes(part).length);
  if ('text' in part) return both(part.text.length);
  if ('length' in part) return both(1);
  if ('checksum' in part) return both(checksumBytes(part.checksum));
  if (part.type === 'ascii' || part.type === 'digits') return [1, longest(part.value)];
  return both(numberSize(part.type));
}

/**
 * The bytes of a frame as sent; null while a value is missing. A value that does not fit gives null too, but profiles that passed parse.ts
 * have none.
 */
export function frameBytes(profile: DeviceProfile, frame: ProfileFrame, values: FrameValues): Uint8Array<ArrayBuffer> | null {
  const parts = frame.bytes.map((part) => fixedBytes(profile, part, values));
  const sizes = frame.bytes.map((part, i) => parts[i]?.length ?? partSize(part, () => 0)[1]);
  const total = sum(sizes);
  const bytes: number[] = [];
  for (const [i, part] of frame.bytes.entries()) {
    const fixed = parts[i];
    if (fixed != null) bytes.push(...fixed);
    else if (typeof part === 'object' && 'length' in part) bytes.push((total + (part.add ?? 0)) & 0xff);
    else if (typeof part === 'object' && 'checksum' in part)
      bytes.push(...checksum(part.checksum, bytes.slice(part.from ?? 0), part.order));
    else return null;
  }
  return Uint8Array.from(profile.escape === undefined ? bytes : escapedBytes(bytes, profile.escape));
}

/** The bytes of a part that does not depend on the rest of the frame; null for any other part, and for a missing value. */
function fixedBytes(profile: DeviceProfile, part: ProfilePart, values: FrameValues): number[] | null {
  if (typeof part === 'string') return hexBytes(part);
  if ('text' in part) return ascii(part.text);
  if (!('value' in part)) return null;
  const value = wantedValue(profile, part.value, values);
  if (value === undefined) return null;
  if (typeof value === 'string') return part.type === 'digits' ? [...value].map(Number) : ascii(value);
  const number = scaledValue(part, value);
  if (number === null) return null;
  if (part.type === 'ascii' || part.type === 'digits') return ascii(String(number));
  const { min, max } = typeRange(part.type);
  return number >= min && number <= max ? profileNumberBytes(number, part.type) : null;
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0) & 0x7f);
}

function both(size: number): readonly [number, number] {
  return [size, size];
}
