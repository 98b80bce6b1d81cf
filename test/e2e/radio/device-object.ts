import type { PeripheralModel } from '../../../lib/simulated/model';
import { ADAPTER } from './adapter-object';
import type { BusObject, Method } from './object-tree';
import { flag, path, signed, text, texts } from './values';

export const DEVICE = 'org.bluez.Device1';

export function devicePath(address: string): string {
  return `${ADAPTER}/dev_${address.replaceAll(':', '_')}`;
}

/** A remote device as BlueZ shows it when it has just heard its advertisement. */
export function deviceObject(model: PeripheralModel, rssi: number, methods: Record<'Connect' | 'Disconnect', Method>): BusObject {
  const nothing: Method = () => undefined;
  return {
    [DEVICE]: {
      properties: {
        Address: text(model.address),
        AddressType: text('random'),
        Name: text(model.name),
        Alias: text(model.name),
        Paired: flag(false),
        Trusted: flag(false),
        Blocked: flag(false),
        Connected: flag(false),
        LegacyPairing: flag(false),
        ServicesResolved: flag(false),
        UUIDs: texts(model.advertised),
        Adapter: path(ADAPTER),
        RSSI: signed(rssi),
      },
      methods: { ...methods, Pair: nothing, CancelPairing: nothing, ConnectProfile: nothing },
    },
  };
}
