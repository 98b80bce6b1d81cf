import type { TreatmentClass } from '../../catalogue';
import { MEASURING_CLASSES, type MeasuringClass } from '../sensor';
import type { DeviceProfile } from './schema';

export type SensorProfile = DeviceProfile & { readonly class: MeasuringClass };

/** Whether the profile is of a device that only measures. */
export function isSensorProfile(profile: DeviceProfile): profile is SensorProfile {
  return MEASURING_CLASSES.some((one) => one === profile.class);
}

/** The class of a device with controls. Throws `RangeError` for a sensor, which has none. */
export function treatmentClassOf({ class: own }: DeviceProfile): TreatmentClass {
  if (own === 'thermometer' || own === 'scale') throw new RangeError(`${own} has no controls`);
  return own;
}
