import { findCeiling, isKnownScale, type LevelMeasure, measureOfLevel, TEMPERATURE_CEILING } from '../safety/ceilings';
import { rangeOfValue } from './range-of-value';
import type { DeviceProfile, ProfileFrame, ValuePart } from './schema';
import { isSensorProfile, treatmentClassOf } from './sensor-profile';
import { type FrameValues, scaledValue, scaleOfPart, splitName, wantedValue } from './values';

/**
 * Whether every value of a frame lies in its range, and the number that the device hears lies under the ceiling of its class and unit. The
 * last check before bytes go out, whoever asked: a caller's mistake must not reach the device. A value that nobody has given is not its
 * business.
 */
export function withinLimits(profile: DeviceProfile, frame: ProfileFrame, values: FrameValues): boolean {
  return frame.bytes.every((part) => {
    if (typeof part === 'string' || !('value' in part)) return true;
    const value = wantedValue(profile, part.value, values);
    const ranges = rangeOfValue(profile, part.value);
    if (value === undefined || typeof value === 'string' || ranges === undefined || ranges === null) return true;
    return ranges.some(({ min, max }) => value >= min - 1e-6 && value <= max + 1e-6) && heardWithinCeiling(profile, part, value);
  });
}

function heardWithinCeiling(profile: DeviceProfile, part: ValuePart, value: number): boolean {
  const { min, max } = ceilingOfValue(profile, part.value);
  if (value < min - 1e-6 || value > max + 1e-6) return false;
  const measure = measureOfValue(profile, part.value);
  if (measure === 'count') return true;
  const scale = scaleOfPart(part);
  const heard = valueOfNumber(part, scaledValue(part, value));
  return scale !== null && isKnownScale(measure, scale) && heard !== null && heard >= min - 1e-6 && heard <= max + 1e-6;
}

/** What a value of a frame measures; `count` for one that has no ceiling of its own, such as a programme. */
export function measureOfValue(profile: DeviceProfile, name: ValuePart['value']): LevelMeasure {
  const [kind, key] = splitName(name);
  if (kind === 'temperature') return 'celsius';
  if (kind !== 'level' || isSensorProfile(profile)) return 'count';
  return measureOfLevel(treatmentClassOf(profile), profile.zones?.find(({ id }) => id === key)?.unit ?? 'level');
}

/** The ceiling of a value. A level whose unit the class does not have may not be sent at all. */
export function ceilingOfValue(profile: DeviceProfile, name: ValuePart['value']): { readonly min: number; readonly max: number } {
  const [kind, key] = splitName(name);
  if (kind === 'temperature') return TEMPERATURE_CEILING;
  if (kind !== 'level') return { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  if (isSensorProfile(profile)) return { min: 0, max: Number.NEGATIVE_INFINITY };
  const unit = profile.zones?.find(({ id }) => id === key)?.unit ?? 'level';
  return { min: 0, max: findCeiling(treatmentClassOf(profile), unit) ?? Number.NEGATIVE_INFINITY };
}

/** The value that a number in a frame means to the device; null when a table decides that. */
export function valueOfNumber(part: ValuePart, number: number | null): number | null {
  const scale = scaleOfPart(part);
  return scale === null || number === null ? null : (number - scale.offset) / scale.factor;
}
