import { demoStrap } from './bluetooth/simulated/presets';
import { type SimulatedTransport, simulatedTransport } from './bluetooth/simulated/transport';
import { webBluetooth } from './bluetooth/web-bluetooth';
import { clock } from './clock';

/** The two radios of the app tab. The demo's heart begins with its first use and beats as long as the tab lives. */
export const strapTransport = webBluetooth();

let demo: SimulatedTransport | null = null;

export function demoTransport(): SimulatedTransport {
  demo ??= simulatedTransport([demoStrap(Math.floor(clock.now() / 1000))], {
    nowMs: () => clock.now(),
    wait: (ms, signal) => clock.wait(ms, signal),
  });
  return demo;
}
