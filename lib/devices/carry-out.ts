import type { DeviceRegistry } from './registry';
import type { DeviceCommand, Outcome } from './schema';

/** Does in the app tab what another surface asked for. No chooser: the click was made elsewhere, and browsers want it here. */
export async function carryOut(devices: DeviceRegistry, { command, id }: DeviceCommand): Promise<Outcome> {
  switch (command) {
    case 'connect':
      await devices.loaded;
      return devices.connect(id, false);
    case 'disconnect':
      return devices.disconnect(id);
    case 'stop':
      return devices.stop(id);
  }
}
