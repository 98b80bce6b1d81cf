import { BluetoothFault } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import type { GattCharacteristic, GattService } from '../../bluetooth/transport';

/** Throws `not-supported` for a device without this service. */
export async function findService(link: Link, uuid: string): Promise<GattService> {
  const found = await link.service(uuid);
  if (found === null) throw new BluetoothFault('not-supported', `no service ${uuid}`);
  return found;
}

/** Throws `not-supported` for a service without it. */
export function findCharacteristic(service: GattService, uuid: string): GattCharacteristic {
  const found = characteristicIn(service, uuid);
  if (found === null) throw new BluetoothFault('not-supported', `no characteristic ${uuid}`);
  return found;
}

export function characteristicIn(service: GattService, uuid: string): GattCharacteristic | null {
  return service.characteristics.find((one) => one.uuid === uuid) ?? null;
}
