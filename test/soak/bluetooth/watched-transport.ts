import { STOP_PATIENCE_MS } from '../../../lib/bluetooth/operation-queue';
import type { GattCharacteristic, GattDevice, GattService, Transport } from '../../../lib/bluetooth/transport';

/**
 * A transport that records what is done to it. Keeps the pending operations of each device's current link, and counts listeners. Calls
 * `wrong` for two operations or two connects at once. An operation may run beside another only if that one has had no
 * answer for `STOP_PATIENCE_MS`: it is a stop that overtakes.
 */
export interface WatchedTransport extends Transport {
  /** Disconnect listeners that were not removed. */
  readonly listeners: number;
}

interface OnLink {
  readonly busy: Set<{ readonly name: string; readonly sinceMs: number }>;
}

export function watchedTransport(
  inner: Transport,
  nowMs: () => number,
  chooser: () => Promise<void>,
  wrong: (what: string) => void,
): WatchedTransport {
  const devices = new Map<string, GattDevice>();
  let listeners = 0;

  function watched(device: GattDevice): GattDevice {
    let link: OnLink = { busy: new Set() };
    let attempt = 0;
    let connecting = false;
    device.onDisconnected(() => {
      link = { busy: new Set() };
    });

    async function operation<T>(name: string, run: () => Promise<T>): Promise<T> {
      const on = link;
      const own = { name, sinceMs: nowMs() };
      // A rounding error of the clock is no impatience.
      const answering = [...on.busy].find(({ sinceMs }) => own.sinceMs - sinceMs < STOP_PATIENCE_MS - 1e-6);
      if (answering !== undefined) wrong(`two at once: ${name} beside ${answering.name}`);
      on.busy.add(own);
      try {
        return await run();
      } finally {
        on.busy.delete(own);
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
