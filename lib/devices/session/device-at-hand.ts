import type { DeviceAtHand } from '../../catalogue';
import type { Capabilities } from '../driver';
import type { Limits } from '../safety/limits';

/** What the catalogue needs to know about a device to offer it a session. */
export function toDeviceAtHand(capabilities: Capabilities, { levels }: Limits, usual: DeviceAtHand['usual']): DeviceAtHand {
  return { class: capabilities.class, zones: capabilities.zones, levels, usual };
}
