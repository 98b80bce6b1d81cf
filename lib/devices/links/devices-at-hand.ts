import type { Situation } from '../../planner';
import type { DeviceRegistry } from './registry';

/** Paired devices that can run a session, connected ones first. Reads signals. */
export function devicesAtHand(devices: Pick<DeviceRegistry, 'known' | 'findDriverKind' | 'linked'>): Situation['devices'] {
  const known = devices.known.value ?? [];
  const able = known.flatMap(({ id }) => {
    const driverKind = devices.findDriverKind(id);
    return driverKind === null || driverKind.disabled !== null
      ? []
      : [{ id, class: driverKind.capabilities.class, linked: devices.linked(id) }];
  });
  return able.sort((a, b) => Number(b.linked) - Number(a.linked)).map(({ id, class: what }) => ({ id, class: what }));
}
