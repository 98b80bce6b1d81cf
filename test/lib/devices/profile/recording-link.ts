import type { Link } from '../../../../lib/bluetooth/link';
import type { GattCharacteristic } from '../../../../lib/bluetooth/transport';
import type { DriverOptions } from '../../../../lib/devices/driver';
import type { Profile } from '../../../../lib/devices/profile';
import { fullUuid } from '../../../../lib/devices/profile/uuids';

export interface Written {
  readonly characteristic: string;
  readonly bytes: Uint8Array;
  readonly priority: string;
}

const everything = { read: true, write: true, writeWithoutResponse: true, notify: true, indicate: true };

/** A device with every characteristic of the profile, and one unknown characteristic in each service; all of them support everything. */
export function recordingLink(profile: Profile): { readonly link: Link; readonly written: Written[] } {
  const written: Written[] = [];
  const services = new Map<string, Set<string>>();
  for (const { at } of Object.values(profile.characteristics)) {
    for (const { service, uuids } of at) {
      const own = services.get(fullUuid(service)) ?? new Set(['00000bad-0000-1000-8000-00805f9b34fb']);
      for (const uuid of uuids) own.add(fullUuid(uuid));
      services.set(fullUuid(service), own);
    }
  }
  const never = () => Promise.reject(new Error('past the link'));
  const characteristic = (uuid: string): GattCharacteristic => ({
    uuid,
    properties: everything,
    read: never,
    write: never,
    subscribe: never,
  });
  const link: Link = {
    service: async (uuid) => {
      const own = services.get(uuid);
      return own === undefined ? null : { uuid, characteristics: [...own].map(characteristic) };
    },
    read: async () => new DataView(new ArrayBuffer(20)),
    write: async ({ uuid }, bytes, _, options) => {
      written.push({ characteristic: uuid, bytes, priority: options?.priority ?? 'normal' });
    },
    subscribe: async () => {},
  };
  return { link, written };
}

/** Waits that end in the next turn. */
export const noTime: DriverOptions['wait'] = (_, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    setImmediate(() => (signal.aborted ? reject(signal.reason) : resolve()));
  });
