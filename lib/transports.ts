import { BluetoothFault } from './bluetooth/fault';
import { demoStrap } from './bluetooth/simulated/presets';
import { type SimulatedTransport, simulatedTransport } from './bluetooth/simulated/transport';
import type { DeviceRequest, Transport } from './bluetooth/transport';
import { webBluetooth } from './bluetooth/web-bluetooth';
import { clock } from './clock';

/** The two radios of the app tab. The demo's heart begins with its first use and beats as long as the tab lives. */
export const strapTransport = webBluetooth();

const time = { nowMs: () => clock.now(), wait: (ms: number, signal?: AbortSignal) => clock.wait(ms, signal) };

let demo: Transport | null = null;

export function demoTransport(): Transport {
  demo ??= withGadgets(simulatedTransport([demoStrap(Math.floor(clock.now() / 1000))], time));
  return demo;
}

/** The simulated machines and recovery devices come into the page with the first that is asked for. */
function withGadgets(straps: SimulatedTransport): Transport {
  let gadgets: Promise<SimulatedTransport> | null = null;
  return {
    kind: 'simulated',
    async request(wanted: DeviceRequest) {
      try {
        return await straps.request(wanted);
      } catch (error) {
        if (!(error instanceof BluetoothFault) || error.code !== 'dismissed') throw error;
      }
      gadgets ??= import('./bluetooth/simulated/all-gadgets').then(({ allGadgets }) => simulatedTransport(allGadgets(), time));
      return (await gadgets).request(wanted);
    },
    known: () => straps.known(),
  };
}
