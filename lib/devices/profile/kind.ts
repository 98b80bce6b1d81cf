import type { DriverKind } from '../driver';
import { profileCapabilities } from './capabilities';
import { ProfileDriver } from './profile-driver';
import type { DeviceProfile } from './schema';
import { fullUuid, listServices } from './uuids';

/**
 * The driver kind of a profile. `builtIn`: its questions to the device are ours, and go on after a stop, so that the device can be seen to
 * rest.
 */
export function kindOfProfile(profile: DeviceProfile, builtIn = false): DriverKind {
  const { names = [], namePrefixes = [] } = profile.match;
  const telling = (profile.match.services ?? []).map(fullUuid);
  const needed = Object.values(profile.characteristics)
    .filter(({ optional }) => !optional)
    .map(({ at }) => at.map(({ service }) => fullUuid(service)));
  return {
    id: profile.id,
    name: profile.name,
    makers: profile.makers,
    capabilities: profileCapabilities(profile),
    verified: profile.verified,
    // This project has tried none of them on a real device.
    experimental: profile.verified === 'untested',
    source: profile.source,
    notes: profile.notes ?? [],
    ...(builtIn ? {} : { imported: JSON.stringify(profile) }),
    disabled: profile.stop === undefined ? 'no-known-stop' : null,
    secrets: [],
    settings: Object.entries(profile.settings ?? {}).map(([id, setting]) => ({ id, kind: setting.kind, initial: setting.default })),
    contraindications: profile.contraindications ?? [],
    request: {
      services: telling,
      optionalServices: listServices(profile),
      ...(names.length > 0 ? { names } : {}),
      ...(namePrefixes.length > 0 ? { namePrefixes } : {}),
    },
    matches(name, services) {
      const called = name !== null && (names.includes(name) || namePrefixes.some((prefix) => name.startsWith(prefix)));
      const tells = telling.some((service) => services.includes(service));
      return (called || tells) && needed.every((places) => places.some((service) => services.includes(service)));
    },
    driver: (options) => new ProfileDriver(profile, options, builtIn),
  };
}
