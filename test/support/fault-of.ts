import { BluetoothFault, type BluetoothFaultCode } from '../../lib/bluetooth/fault';

/** The fault that a promise ends with; null when it does not fail, `'other'` when it fails with anything else. */
export async function catchFault(promise: Promise<unknown>): Promise<BluetoothFaultCode | 'other' | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    return error instanceof BluetoothFault ? error.code : 'other';
  }
}
