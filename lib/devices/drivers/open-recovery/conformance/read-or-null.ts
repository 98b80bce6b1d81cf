import { BluetoothFault } from '../../../../bluetooth/fault';
import type { Link } from '../../../../bluetooth/link';
import type { GattCharacteristic } from '../../../../bluetooth/transport';

/** Null when the device refuses the read. Throws `BluetoothFault` when the link is over. */
export async function readOrNull(link: Link, characteristic: GattCharacteristic): Promise<DataView | null> {
  try {
    return await link.read(characteristic);
  } catch (error) {
    if (!(error instanceof BluetoothFault) || endsLink(error)) throw error;
    return null;
  }
}

/** Whether nothing more can be done on this link after this fault. An operation that timed out drops the link. */
export function endsLink({ code }: BluetoothFault): boolean {
  return code === 'disconnected' || code === 'aborted' || code === 'timeout' || code === 'out-of-range' || code === 'adapter-off';
}
