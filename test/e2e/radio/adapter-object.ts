import type { BusObject, Method } from './object-tree';
import { count, flag, text, texts } from './values';

export const ADAPTER = '/org/bluez/hci0';
export const ADAPTER_INTERFACE = 'org.bluez.Adapter1';
const accept: Method = () => undefined;

export function adapterObject(powered: boolean, methods: Record<'StartDiscovery' | 'StopDiscovery' | 'RemoveDevice', Method>): BusObject {
  return {
    [ADAPTER_INTERFACE]: {
      properties: {
        Address: text('00:1A:7D:DA:71:13'),
        AddressType: text('public'),
        Name: text('simulated'),
        Alias: text('simulated'),
        Class: count(0),
        Powered: flag(powered),
        Discoverable: flag(false),
        Pairable: flag(false),
        PairableTimeout: count(0),
        DiscoverableTimeout: count(0),
        Discovering: flag(false),
        UUIDs: texts([]),
        Modalias: text('usb:v1D6Bp0246d0540'),
      },
      methods: { ...methods, SetDiscoveryFilter: accept },
    },
  };
}

/** What Chromium registers its pairing agent with; none of the devices here asks to be paired. */
export const agentManager: BusObject = {
  'org.bluez.AgentManager1': {
    properties: {},
    methods: { RegisterAgent: accept, UnregisterAgent: accept, RequestDefaultAgent: accept },
  },
};
