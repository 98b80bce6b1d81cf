import { BluetoothFault, type BluetoothFaultCode } from '../../lib/bluetooth/fault';
import type { GattCharacteristic, GattDevice, GattService, Transport } from '../../lib/bluetooth/transport';
import type { Clock } from '../../lib/core/clock';
import type { SimulatedTime } from '../../lib/simulated/time';

export type Connect = 'works' | 'hangs' | BluetoothFaultCode;

export interface FlakyTransport extends Transport {
  /** The results of the next connects, in order; later ones succeed. */
  readonly connects: Connect[];
  /** The times of the connect attempts, epoch ms. */
  readonly triedAtMs: readonly number[];
  /** Every listener that ever subscribed: a radio that delivers late calls an old one. */
  readonly listeners: readonly ((value: DataView) => void)[];
}

/** The time of the simulated radio, from the test's clock. */
export function toSimulatedTime(clock: Clock): SimulatedTime {
  return { nowMs: () => clock.now(), wait: (ms, signal) => clock.wait(ms, signal) };
}

/** A transport whose connects fail as specified, and which records the attempts. */
export function flakyTransport(inner: Transport, clock: Clock, connects: Connect[] = []): FlakyTransport {
  const triedAtMs: number[] = [];
  const listeners: ((value: DataView) => void)[] = [];

  const copyCharacteristic = (one: GattCharacteristic): GattCharacteristic => ({
    uuid: one.uuid,
    properties: one.properties,
    read: () => one.read(),
    write: (bytes, response) => one.write(bytes, response),
    subscribe: (listener) => {
      listeners.push(listener);
      return one.subscribe(listener);
    },
  });
  const copyService = (one: GattService): GattService => ({ uuid: one.uuid, characteristics: one.characteristics.map(copyCharacteristic) });

  function wrapDevice(device: GattDevice): GattDevice {
    return {
      id: device.id,
      name: device.name,
      get connected() {
        return device.connected;
      },
      async connect() {
        triedAtMs.push(clock.now());
        const how = connects.shift() ?? 'works';
        if (how === 'hangs') return new Promise<never>(() => {});
        if (how !== 'works') throw new BluetoothFault(how);
        return device.connect();
      },
      disconnect: () => device.disconnect(),
      onDisconnected: (listener) => device.onDisconnected(listener),
      service: async (uuid) => {
        const found = await device.service(uuid);
        return found === null ? null : copyService(found);
      },
    };
  }

  return {
    kind: inner.kind,
    request: async (wanted) => wrapDevice(await inner.request(wanted)),
    known: async () => (await inner.known()).map(wrapDevice),
    connects,
    triedAtMs,
    listeners,
  };
}
