import type { ReboundDatabase } from './database';
import type { KnownDevice } from './types';

/** Owner of `devices`: the sensors that were paired, as they last described themselves. */
export async function rememberDevice(db: ReboundDatabase, device: KnownDevice): Promise<void> {
  await db.devices.put(device);
}
