import type { DeviceState } from './schema';

/** Whether a session runs on the device, or it was left running and nobody has seen it rest. */
export function mayBeRunning({ session, leftRunning }: Pick<DeviceState, 'session' | 'leftRunning'>): boolean {
  return session !== null || leftRunning !== null;
}
