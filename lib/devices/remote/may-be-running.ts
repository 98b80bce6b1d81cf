import type { DeviceState } from './schema';

/** Whether a session runs on the device, it did not stop, or it was left running and nobody has seen it rest. */
export function mayBeRunning({ session, leftRunning, unrest }: Pick<DeviceState, 'session' | 'leftRunning' | 'unrest'>): boolean {
  return session !== null || leftRunning !== null || unrest !== null;
}
