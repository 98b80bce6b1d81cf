import { clamp } from '../../core/numbers';
import { sum } from '../../core/statistics';
import type { Range } from '../driver';
import { isKnownScale } from '../safety/ceilings';
import type { FaultList } from './faults';
import { partSize } from './frame';
import { LONGEST_FRAME, MOST_STEPS } from './limits';
import { typeRange } from './number';
import { rangeOfValue } from './range-of-value';
import type { DeviceProfile, ProfileFrame, ValuePart } from './schema';
import { isSensorProfile } from './sensor-profile';
import { own, scaledValue, scaleOfPart, splitName } from './values';
import { ceilingOfValue, measureOfValue, valueOfNumber } from './within-limits';

/** Checks that frames contain only existing values, in numbers that fit. */
export function checkFrames(profile: DeviceProfile, faults: FaultList): void {
  if (Object.keys(profile.frames).length === 0 && !isSensorProfile(profile)) faults.add('missing', 'frames');
  for (const [id, frame] of Object.entries(profile.frames)) {
    const target = own(profile.characteristics, frame.to);
    if (target === undefined) faults.expectName(Object.keys(profile.characteristics), 'unknown-characteristic', 'frames', id, 'to');
    else if (target.write === undefined) faults.add('not-writable', 'frames', id, 'to');
    frame.bytes.forEach((part, i) => {
      if (typeof part === 'object' && 'value' in part) checkValue(profile, part, ['frames', id, 'bytes', i], faults);
    });
    checkSize(profile, frame, id, faults);
  }
  const { lengthAt } = profile.escape ?? {};
  if (lengthAt === undefined) return;
  // Escapes further on in the frame would change any other byte there.
  if (!Object.values(profile.frames).every((frame) => hasLengthAt(profile, frame, lengthAt)))
    faults.add('out-of-range', 'escape', 'lengthAt');
}

/** Whether the byte at `place`, counted from 0, is the frame's length, whatever precedes it. */
function hasLengthAt(profile: DeviceProfile, frame: ProfileFrame, place: number): boolean {
  const sizes = listSizes(profile, frame);
  const at = frame.bytes.findIndex((part) => typeof part === 'object' && 'length' in part);
  const before = sizes.slice(0, Math.max(0, at));
  const total = (end: 0 | 1) => before.reduce((all, size) => all + size[end], 0);
  return at >= 0 && total(0) === place && total(1) === place;
}

function checkValue(profile: DeviceProfile, part: ValuePart, keys: readonly (string | number)[], faults: FaultList): void {
  const ranges = rangeOfValue(profile, part.value);
  if (ranges === undefined) faults.add('unknown-value', ...keys, 'value');
  else if (ranges === null ? part.type !== 'digits' && part.type !== 'ascii' : part.type === 'digits')
    faults.add('wrong-form', ...keys, 'type');
  // A level that wraps around would be low on screen and high on the device.
  else if (part.modulo !== undefined && part.value !== 'timer') faults.add('value-not-allowed-here', ...keys, 'modulo');
  else if (ranges?.some((range) => !fits(part, range))) faults.add('does-not-fit', ...keys);
  else if (ranges != null && !isSensorProfile(profile)) checkScale(profile, part, ranges, keys, faults);
}

/** What the device hears stays below the ceiling, whatever the value is multiplied by and however it is rounded. */
function checkScale(
  profile: DeviceProfile,
  part: ValuePart,
  ranges: readonly Range[],
  keys: readonly (string | number)[],
  faults: FaultList,
): void {
  const measure = measureOfValue(profile, part.value);
  const foreign = measure === 'km/h' ? 'mph' : measure === 'celsius' ? 'fahrenheit' : undefined;
  if (part.unit !== undefined && part.unit !== foreign) {
    faults.add('value-not-allowed-here', ...keys, 'unit');
    return;
  }
  if (measure === 'count') return;
  const scale = scaleOfPart(part);
  if (scale === null || !isKnownScale(measure, scale)) {
    faults.add('unknown-scale', ...keys);
    return;
  }
  const { min, max } = ceilingOfValue(profile, part.value);
  // A range that is above its ceiling is a fault of its own.
  for (const end of ranges.flatMap((range) => [range.min, range.max]).map((one) => clamp(one, min, max))) {
    const heard = valueOfNumber(part, scaledValue(part, end));
    if (heard === null || heard > max + 1e-6) faults.expect({ kind: 'at-most', limit: max }, 'above-ceiling', ...keys);
    else if (heard < min - 1e-6) faults.expect({ kind: 'at-least', limit: min }, 'above-ceiling', ...keys);
  }
}

function fits(part: ValuePart, range: Range): boolean {
  const { min, max } = part.type === 'ascii' || part.type === 'digits' ? { min: -999_999, max: 999_999 } : typeRange(part.type);
  const values = part.table === undefined ? [range.min, range.max] : listValues(range);
  return values.every((value) => {
    const number = scaledValue(part, value);
    return number !== null && number >= min && number <= max;
  });
}

/** Every value of a range, up to more than any table has. */
function listValues({ min, max, step }: Range): number[] {
  const count = Math.min(65, Math.floor((max - min) / step + 1e-6) + 1);
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number((min + i * step).toFixed(6)));
}

/** The smallest and largest number of bytes of each part. */
function listSizes(profile: DeviceProfile, frame: ProfileFrame): (readonly [number, number])[] {
  const longest = (name: ValuePart['value']) => {
    const [kind, key = ''] = splitName(name);
    return kind === 'setting' ? (own(profile.settings, key)?.default.length ?? 0) : 7;
  };
  return frame.bytes.map((part) => partSize(part, longest));
}

function checkSize(profile: DeviceProfile, frame: ProfileFrame, id: string, faults: FaultList): void {
  const sizes = listSizes(profile, frame);
  const least = sum(sizes.map(([size]) => size));
  const most = sum(sizes.map(([, size]) => size));
  if (most * (profile.escape ? 2 : 1) > LONGEST_FRAME) faults.add('too-long', 'frames', id, 'bytes');
  frame.bytes.forEach((part, i) => {
    if (typeof part !== 'object') return;
    if ('length' in part && (least + (part.add ?? 0) < 0 || most + (part.add ?? 0) > 255))
      faults.add('does-not-fit', 'frames', id, 'bytes', i);
    const before = sum(sizes.slice(0, i).map(([size]) => size));
    if ('checksum' in part && (part.from ?? 0) >= before) faults.add('out-of-range', 'frames', id, 'bytes', i, 'from');
  });
}

/** Whether a range ascends and has few enough steps. */
export function isRange({ min, max, step }: Range): boolean {
  return min <= max && step > 0 && (max - min) / step <= MOST_STEPS;
}
