import { builtInKinds } from '../drivers';
import { anyKindOfProfile, type KnownDeviceClass } from '../profile';
import { builtInProfiles } from '../profiles';
import { listVendorServices, SHARED_SERVICES } from './vendor-services';

/** The devices that Rebound knows, as the inspector compares others with them. A service of many makers says nothing about the class. */
export const knownClasses: readonly KnownDeviceClass[] = [
  ...builtInProfiles.map((profile): KnownDeviceClass => {
    const { names = [], namePrefixes = [] } = profile.match;
    return {
      device: profile.name,
      class: profile.class,
      matchesName: (name) => names.includes(name) || namePrefixes.some((prefix) => name.startsWith(prefix)),
      services: anyKindOfProfile(profile).request.services.filter((uuid) => !SHARED_SERVICES.has(uuid)),
    };
  }),
  ...listVendorServices(builtInKinds).flatMap(({ uuid, devices, class: own }): readonly KnownDeviceClass[] =>
    own === undefined || SHARED_SERVICES.has(uuid) ? [] : [{ device: devices, class: own, matchesName: () => false, services: [uuid] }],
  ),
];
