import { DriverFault, fitsSetting } from '../driver';
import type { DeviceProfile } from './schema';
import { own } from './values';

/** The settings of a device: what the user has set, else what the profile has. Throws `out-of-range` for what is of the wrong form. */
export function listSettings(profile: DeviceProfile, given: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const settings = Object.entries(profile.settings ?? {}).map(([id, setting]) => {
    const value = own(given, id) ?? setting.default;
    if (!fitsSetting({ initial: setting.default }, value)) throw new DriverFault('out-of-range', id);
    return [id, value] as const;
  });
  return Object.fromEntries(settings);
}
