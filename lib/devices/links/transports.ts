import { BluetoothFault } from '../../bluetooth/fault';
import type { DeviceRequest, Transport } from '../../bluetooth/transport';
import { webBluetooth } from '../../bluetooth/web-bluetooth';
import { clock } from '../../core/clock';
import type { PacedBreath } from '../../simulated/physiology';
import { demoStrap } from '../../simulated/presets';
import { type SimulatedTransport, simulatedTransport } from '../../simulated/transport';

/** The two radios of the app tab. The demo's heart begins with its first use and beats as long as the tab lives. */
export const strapTransport = webBluetooth();

const time = { nowMs: () => clock.now(), wait: (ms: number, signal: AbortSignal) => clock.wait(ms, signal) };

let demo: SimulatedTransport | null = null;

export function demoTransport(): SimulatedTransport {
  demo ??= simulatedTransport([demoStrap(Math.floor(clock.now() / 1000), () => pacer())], time);
  return demo;
}

let pacer: () => PacedBreath | null = () => null;

/** The pacer that the demo's wearer follows from now on; it is asked at every beat. */
export function paceDemo(by: () => PacedBreath | null): void {
  pacer = by;
}

const tried = new Map<string, SimulatedTransport>();

/** The simulated device of one driver kind, where there is one. Its code comes into the page with the first that is tried out. */
export function demoDevice({ id }: { readonly id: string }): Transport {
  return {
    kind: 'simulated',
    async request(wanted: DeviceRequest) {
      const { simulatedByKind } = await import('../../simulated/by-kind');
      const make = simulatedByKind[id];
      if (make === undefined) throw new BluetoothFault('dismissed', `no simulated ${id}`);
      const transport = tried.get(id) ?? simulatedTransport([make()], time);
      tried.set(id, transport);
      return transport.request(wanted);
    },
    known: async () => [],
  };
}
