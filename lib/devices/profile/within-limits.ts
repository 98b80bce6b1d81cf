import { rangeOfValue } from './check-frames';
import { valuesIn } from './frame';
import { CEILINGS, TEMPERATURE_CEILING } from './limits';
import type { DeviceProfile, ProfileFrame } from './schema';
import { type FrameValues, splitName, wantedValue } from './values';

/**
 * Whether every value of a frame lies in its range and under the ceiling of its kind. The last check before bytes go out, whoever asked:
 * a caller's mistake must not reach the device. A value that nobody has given is not its business.
 */
export function withinLimits(profile: DeviceProfile, frame: ProfileFrame, values: FrameValues): boolean {
  return valuesIn(frame).every((name) => {
    const value = wantedValue(profile, name, values);
    const ranges = rangeOfValue(profile, name);
    if (value === undefined || typeof value === 'string' || ranges === undefined || ranges === null) return true;
    return ranges.some(({ min, max }) => value >= min - 1e-6 && value <= max + 1e-6) && value <= findCeiling(profile, name) + 1e-6;
  });
}

function findCeiling(profile: DeviceProfile, name: string): number {
  const [kind, key] = splitName(name);
  if (kind === 'temperature') return TEMPERATURE_CEILING.max;
  if (kind !== 'level') return Number.POSITIVE_INFINITY;
  return CEILINGS[profile.zones?.find(({ id }) => id === key)?.unit ?? 'level'].max;
}
