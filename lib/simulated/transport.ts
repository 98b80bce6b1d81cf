import { BluetoothFault } from '../bluetooth/fault';
import type { DeviceRequest, GattDevice, Transport } from '../bluetooth/transport';
import { SimulatedDevice } from './device';
import type { PeripheralModel } from './model';
import type { SimulatedTime } from './time';

export interface SimulatedTransport extends Transport {
  /** Takes the model with this address out of reach (its link is lost), or brings it back. */
  setInReach(address: string, inReach: boolean): void;
}

/**
 * The transport interface over simulated peripherals. `request` needs no click: it takes the first model within reach that a chooser would
 * show, and returns `dismissed` if there is none. As in a browser, only the requested services exist afterwards. `wait` may reject or
 * resolve when its signal aborts.
 */
export function simulatedTransport(models: readonly PeripheralModel[], time: SimulatedTime): SimulatedTransport {
  const devices = models.map((model) => new SimulatedDevice(model, time));
  return {
    kind: 'simulated',
    async request(wanted: DeviceRequest): Promise<GattDevice> {
      const found = devices.find((device) => device.inReach && device.answers(wanted));
      if (found === undefined) throw new BluetoothFault('dismissed', 'no simulated device is what was asked for');
      found.allow([...wanted.services, ...wanted.optionalServices]);
      return found;
    },
    known: async () => devices.filter((device) => device.allowed),
    setInReach(address, inReach) {
      for (const device of devices) if (device.id === address) device.setInReach(inReach);
    },
  };
}
