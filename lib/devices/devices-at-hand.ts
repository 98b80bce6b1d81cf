import type { Situation } from '../planner';
import type { DeviceRegistry } from './registry';

/** Paired devices that a session can be run on, those that are linked now first. Reads signals. */
export function devicesAtHand(devices: Pick<DeviceRegistry, 'known' | 'gadgetOf' | 'linked'>): Situation['devices'] {
  const known = devices.known.value ?? [];
  const able = known.flatMap(({ id }) => {
    const gadget = devices.gadgetOf(id);
    return gadget === null || gadget.disabled !== null ? [] : [{ id, class: gadget.capabilities.class, linked: devices.linked(id) }];
  });
  return able.sort((a, b) => Number(b.linked) - Number(a.linked)).map(({ id, class: what }) => ({ id, class: what }));
}
