/**
 * A simulated BlueZ: to a Chromium that is started with this bus address, it is a Bluetooth adapter with devices. Keeps the bus and the
 * devices. The caller must call `close()` after closing the browser.
 */
import { Message, type MessageBus, sessionBus } from '@particle/dbus-next';
import type { PeripheralModel } from '../../../lib/simulated/model';
import { Adapter } from './adapter';
import type { Air } from './air';
import { type BusDaemon, startBusDaemon } from './bus-daemon';
import { devicePath } from './device-object';
import { ObjectTree } from './object-tree';
import { RadioPeripheral } from './peripheral';

export interface Radio {
  readonly busAddress: string;
  /** The time that the models get with reads, writes and links. `deliver` advances it. */
  nowMs: number;
  /** How many notifications were sent to those who are subscribed, by all devices. */
  readonly notified: number;
  add(model: PeripheralModel, options?: { readonly rssi?: number }): RadioPeripheral;
  /** Switches the adapter. Off: every link is lost. */
  setPowered(powered: boolean): void;
  /** Whether an adapter is plugged in. */
  setPresent(present: boolean): void;
  close(): Promise<void>;
}

export async function startRadio(): Promise<Radio> {
  const daemon = await startBusDaemon();
  const bus = sessionBus({ busAddress: daemon.address, authMethods: ['EXTERNAL'] });
  try {
    return await onBus(bus, daemon);
  } catch (error) {
    bus.disconnect();
    await daemon.close();
    throw error;
  }
}

async function onBus(bus: MessageBus, daemon: BusDaemon): Promise<Radio> {
  let closing = false;
  bus.on('error', (error: unknown) => {
    // The daemon may end before the connection does, which is expected while closing.
    if (!closing) throw error;
  });
  const peripherals = new Map<string, RadioPeripheral>();
  const tree = new ObjectTree(bus);
  const each = (act: (one: RadioPeripheral) => void) => {
    for (const one of peripherals.values()) act(one);
  };
  const adapter = new Adapter(tree, {
    search: () => each((one) => one.discover()),
    remove: (path) => peripherals.get(path)?.forget(),
  });
  const air: Air = {
    tree,
    nowMs: 0,
    notified: 0,
    get searching() {
      return adapter.searching;
    },
    get powered() {
      return adapter.powered;
    },
  };
  await watchClients(bus, (client) => {
    adapter.clientGone(client);
    each((one) => one.clientGone(client));
  });
  await bus.requestName('org.bluez');

  return {
    busAddress: daemon.address,
    get nowMs() {
      return air.nowMs;
    },
    set nowMs(nowMs) {
      air.nowMs = nowMs;
    },
    get notified() {
      return air.notified;
    },
    add(model, options) {
      const one = new RadioPeripheral(model, air, options?.rssi ?? -60);
      peripherals.set(devicePath(model.address), one);
      return one;
    },
    setPowered(powered) {
      if (!powered) each((one) => one.dropLink());
      adapter.setPowered(powered);
    },
    setPresent(present) {
      if (!present) each((one) => one.forget());
      adapter.setPresent(present);
    },
    async close() {
      closing = true;
      bus.disconnect();
      await daemon.close();
    },
  };
}

/** Calls back with the bus name of every client that leaves. */
async function watchClients(bus: MessageBus, gone: (client: string) => void): Promise<void> {
  bus.on('message', (message) => {
    if (message.member !== 'NameOwnerChanged') return;
    const [name, , owner]: unknown[] = message.body;
    if (typeof name === 'string' && owner === '') gone(name);
  });
  const rule = "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged'";
  const owner = 'org.freedesktop.DBus';
  await bus.call(
    new Message({ destination: owner, path: '/org/freedesktop/DBus', interface: owner, member: 'AddMatch', signature: 's', body: [rule] }),
  );
}
