import { DriverFault, fitsSetting } from '../driver';
import type { DeviceProfile } from './schema';
import { own } from './values';

/** The settings of a device: the user's value, otherwise the profile's. Throws `out-of-range` for a value of the wrong form. */
export function listSettings(profile: DeviceProfile, given: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const settings = Object.entries(profile.settings ?? {}).map(([id, setting]) => {
    const value = own(given, id) ?? setting.default;
    if (!fitsSetting({ initial: setting.default }, value)) throw new DriverFault('out-of-range', id);
    return [id, value] as const;
  });
  return Object.fromEntries(settings);
}
