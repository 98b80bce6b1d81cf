import type { GattCharacteristic, GattDevice, GattService, Transport } from '../../../lib/bluetooth/transport';

/**
 * A transport that records what is done to it. Keeps the pending operations of each device's current link, and counts listeners. Calls
 * `wrong` for two operations or two connects at once.
 */
export interface WatchedTransport extends Transport {
  /** Disconnect listeners that were not removed. */
  readonly listeners: number;
}

interface OnLink {
  busy: string | null;
}

export function watchedTransport(inner: Transport, chooser: () => Promise<void>, wrong: (what: string) => void): WatchedTransport {
  const devices = new Map<string, GattDevice>();
  let listeners = 0;

  function watched(device: GattDevice): GattDevice {
    let link: OnLink = { busy: null };
    let attempt = 0;
    let connecting = false;
    device.onDisconnected(() => {
      link = { busy: null };
    });

    async function operation<T>(name: string, run: () => Promise<T>): Promise<T> {
      const on = link;
      if (on.busy !== null) wrong(`two at once: ${name} beside ${on.busy}`);
      on.busy = name;
      try {
        return await run();
      } finally {
        on.busy = null;
      }
    }
    const watchCharacteristic = (one: GattCharacteristic): GattCharacteristic => ({
      uuid: one.uuid,
      properties: one.properties,
      read: () => operation('read', () => one.read()),
      write: (bytes, response) => operation('write', () => one.write(bytes, response)),
      subscribe: (listener) => operation('subscribe', () => one.subscribe(listener)),
    });
    const watchService = (one: GattService): GattService => ({
      uuid: one.uuid,
      characteristics: one.characteristics.map(watchCharacteristic),
    });

    return {
      id: device.id,
      name: device.name,
      get connected() {
        return device.connected;
      },
      async connect() {
        if (connecting) wrong('two connects at once');
        if (device.connected) wrong('connect while connected');
        const own = ++attempt;
        connecting = true;
        try {
          await device.connect();
        } finally {
          if (own === attempt) connecting = false;
        }
      },
      disconnect() {
        attempt++;
        connecting = false;
        device.disconnect();
      },
      onDisconnected(listener) {
        listeners++;
        const stop = device.onDisconnected(listener);
        return () => {
          listeners--;
          stop();
        };
      },
      service: (uuid) =>
        operation('discover', async () => {
          const found = await device.service(uuid);
          return found === null ? null : watchService(found);
        }),
    };
  }

  const known = (device: GattDevice) => {
    const before = devices.get(device.id);
    if (before !== undefined) return before;
    const one = watched(device);
    devices.set(device.id, one);
    return one;
  };
  return {
    kind: inner.kind,
    async request(wanted) {
      await chooser();
      return known(await inner.request(wanted));
    },
    known: async () => (await inner.known()).map(known),
    get listeners() {
      return listeners;
    },
  };
}
