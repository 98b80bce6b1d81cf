import type { DeviceState } from './schema';

/**
 * Whether a session or a test runs on the device, it did not stop, it was left running and nobody has seen it rest, or it says that it moves.
 */
export function mayBeRunning(device: Pick<DeviceState, 'session' | 'tested' | 'leftRunning' | 'unrest' | 'unasked'>): boolean {
  const { session, tested, leftRunning, unrest, unasked } = device;
  return session !== null || tested || leftRunning !== null || unrest !== null || unasked === true;
}
