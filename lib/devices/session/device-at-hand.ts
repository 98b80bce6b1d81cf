import type { DeviceAtHand } from '../../catalogue';
import type { Capabilities } from '../driver';
import type { Limits } from '../safety/limits';

/** What the catalogue has to know of a device to give it a session. */
export function toDeviceAtHand(capabilities: Capabilities, { levels }: Limits, usual: DeviceAtHand['usual']): DeviceAtHand {
  return { class: capabilities.class, zones: capabilities.zones, levels, usual };
}
