import { BluetoothFault } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import type { GattCharacteristic } from '../../bluetooth/transport';
import type { DeviceProfile } from './schema';
import { fullUuid } from './uuids';

type Places = DeviceProfile['characteristics'][string]['at'];

/**
 * The characteristics of a profile that the device has, with their id, each as soon as it is found. Throws `not-supported` when it lacks one
 * that is not optional.
 */
export async function* findCharacteristics(profile: DeviceProfile, link: Link): AsyncGenerator<readonly [string, GattCharacteristic]> {
  const services = new Map<string, readonly GattCharacteristic[]>();
  for (const [id, { at, optional }] of Object.entries(profile.characteristics)) {
    const found = await findFirst(at, link, services);
    if (found !== null) yield [id, found];
    else if (!optional) throw new BluetoothFault('not-supported', `${profile.id}: no ${id}`);
  }
}

async function findFirst(
  places: Places,
  link: Link,
  services: Map<string, readonly GattCharacteristic[]>,
): Promise<GattCharacteristic | null> {
  for (const { service, uuids, property } of places) {
    const all = services.get(service) ?? (await link.service(fullUuid(service)))?.characteristics ?? [];
    services.set(service, all);
    const listed = uuids.flatMap((uuid) => all.find((one) => one.uuid === fullUuid(uuid)) ?? []);
    const able = listed.find((one) => property === undefined || can(one, property));
    if (able !== undefined) return able;
  }
  return null;
}

function can({ properties }: GattCharacteristic, what: 'read' | 'write' | 'notify'): boolean {
  if (what === 'read') return properties.read;
  return what === 'write' ? properties.write || properties.writeWithoutResponse : properties.notify || properties.indicate;
}
