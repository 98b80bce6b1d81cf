import { uuid16 } from '../../bluetooth/uuid';
import type { DeviceProfile } from './schema';

/** The full form of a UUID in a profile, which has four digits or all of them. */
export function fullUuid(uuid: string): string {
  return uuid.length === 4 ? uuid16(Number.parseInt(uuid, 16)) : uuid;
}

/** Every service that may contain a characteristic of the profile, as full UUIDs. */
export function listServices(profile: DeviceProfile): readonly string[] {
  const places = Object.values(profile.characteristics).flatMap(({ at }) => at);
  return [...new Set(places.map(({ service }) => fullUuid(service)))];
}
