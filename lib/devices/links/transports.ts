import { BluetoothFault } from '../../bluetooth/fault';
import type { Transport } from '../../bluetooth/transport';
import { webBluetooth } from '../../bluetooth/web-bluetooth';
import { clock } from '../../core/clock';
import type { PacedBreath } from '../../simulated/physiology';

/** The radios of the app tab. Only the real one is loaded with the page: simulated peripherals are fetched when one is first used. */
export const strapTransport = webBluetooth();

const time = { nowMs: () => clock.now(), wait: (ms: number, signal: AbortSignal) => clock.wait(ms, signal) };

let pacer: () => PacedBreath | null = () => null;

/** Sets the pacer that the demo strap's wearer breathes with. It is asked at every beat. */
export function paceDemo(by: () => PacedBreath | null): void {
  pacer = by;
}

/** The demo strap. Its heart starts with its first use and beats as long as the tab lives. */
export const demoTransport: Transport = onFirstUse(async () => {
  const [{ demoStrap }, { simulatedTransport }] = await Promise.all([
    import('../../simulated/presets'),
    import('../../simulated/transport'),
  ]);
  return simulatedTransport([demoStrap(Math.floor(clock.now() / 1000), () => pacer())], time);
});

const demoDevices = new Map<string, Transport>();

/** The simulated device of one driver kind. Its chooser is `dismissed` when there is no simulated device of that kind. */
export function demoDevice({ id }: { readonly id: string }): Transport {
  const known = demoDevices.get(id);
  if (known !== undefined) return known;
  const made = onFirstUse(async () => {
    const [{ simulatedByKind }, { simulatedTransport }] = await Promise.all([
      import('../../simulated/by-kind'),
      import('../../simulated/transport'),
    ]);
    const make = simulatedByKind[id];
    if (make === undefined) throw new BluetoothFault('dismissed', `no simulated ${id}`);
    return simulatedTransport([make()], time);
  });
  demoDevices.set(id, made);
  return made;
}

/** A simulated transport whose code is fetched by its first `request`. A fetch that fails is tried again by the next one. */
function onFirstUse(make: () => Promise<Transport>): Transport {
  let started: Promise<Transport> | null = null;
  const load = (): Promise<Transport> => {
    started ??= make().catch((error: unknown) => {
      started = null;
      throw error;
    });
    return started;
  };
  return {
    kind: 'simulated',
    request: async (wanted) => (await load()).request(wanted),
    // No device is known before the first request allows one.
    known: async () => (started === null ? [] : (await started).known()),
  };
}
