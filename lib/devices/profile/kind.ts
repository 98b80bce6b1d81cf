import type { DriverKind } from '../driver';
import type { AnyKind, SensorKind } from '../sensor';
import { profileCapabilities } from './capabilities';
import { ProfileDriver } from './profile-driver';
import { ProfileSensor } from './profile-sensor';
import type { DeviceProfile } from './schema';
import { isSensorProfile, type SensorProfile } from './sensor-profile';
import { fullUuid, listServices } from './uuids';

/** The kind of a profile: with controls, or one that only measures. */
export function anyKindOfProfile(profile: DeviceProfile): AnyKind {
  return isSensorProfile(profile) ? sensorKindOfProfile(profile) : kindOfProfile(profile);
}

/**
 * The driver kind of a profile. `builtIn`: its questions to the device are ours, and go on after a stop, so that the device can be seen to
 * rest. Throws `RangeError` for the profile of a sensor.
 */
export function kindOfProfile(profile: DeviceProfile, builtIn = false): DriverKind {
  return {
    ...factsOfProfile(profile),
    capabilities: profileCapabilities(profile),
    ...(builtIn ? {} : { imported: JSON.stringify(profile) }),
    disabled: profile.stop === undefined ? 'no-known-stop' : null,
    contraindications: profile.contraindications ?? [],
    driver: (options) => new ProfileDriver(profile, options, builtIn),
  };
}

function sensorKindOfProfile(profile: SensorProfile): SensorKind {
  return {
    ...factsOfProfile(profile),
    imported: JSON.stringify(profile),
    measures: profile.class,
    sensor: (options) => new ProfileSensor(profile, options),
  };
}

/** What both have: where it comes from, and how the device is found. */
function factsOfProfile(profile: DeviceProfile) {
  const { names = [], namePrefixes = [] } = profile.match;
  const telling = (profile.match.services ?? []).map(fullUuid);
  const needed = Object.values(profile.characteristics)
    .filter(({ optional }) => !optional)
    .map(({ at }) => at.map(({ service }) => fullUuid(service)));
  return {
    id: profile.id,
    name: profile.name,
    makers: profile.makers,
    verified: profile.verified,
    // This project has tried none of them on a real device.
    experimental: profile.verified === 'untested',
    source: profile.source,
    notes: profile.notes ?? [],
    secrets: [],
    settings: Object.entries(profile.settings ?? {}).map(([id, setting]) => ({ id, kind: setting.kind, initial: setting.default })),
    request: {
      services: telling,
      optionalServices: listServices(profile),
      ...(names.length > 0 ? { names } : {}),
      ...(namePrefixes.length > 0 ? { namePrefixes } : {}),
    },
    matches(name: string | null, services: readonly string[]) {
      const called = name !== null && (names.includes(name) || namePrefixes.some((prefix) => name.startsWith(prefix)));
      const tells = telling.some((service) => services.includes(service));
      return (called || tells) && needed.every((places) => places.some((service) => services.includes(service)));
    },
  } satisfies Partial<DriverKind>;
}
