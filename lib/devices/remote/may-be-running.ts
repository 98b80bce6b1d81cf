import type { DeviceState } from './schema';

/** Whether a session or a test runs on the device, it did not stop, or it was left running and nobody has seen it rest. */
export function mayBeRunning(device: Pick<DeviceState, 'session' | 'tested' | 'leftRunning' | 'unrest'>): boolean {
  return device.session !== null || device.tested || device.leftRunning !== null || device.unrest !== null;
}
