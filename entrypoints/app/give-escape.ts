import { effect } from '@preact/signals';
import { onEscape } from '../../components/app/devices/use-escape';
import { orderDevice } from '../../lib/browser/order-device';
import type { DeviceRegistry } from '../../lib/devices/links/registry';
import { stopEverything } from '../../lib/devices/remote/carry-out';
import { toDeviceStates } from '../../lib/devices/remote/device-state';
import { EmergencyStop, type WhatRuns } from '../../lib/devices/remote/emergency-stop';
import { type HostTimer, toTimerStates } from '../../lib/devices/remote/host-timer';
import { listRunning, watchRunning } from '../../lib/devices/remote/running';
import type { DeviceSessions } from '../../lib/devices/session/device-sessions';

/** Escape in an app tab. Until `own()`, another tab owns Bluetooth, and the stop goes there. `timers` may be filled in later. */
export function giveEscape(
  devices: DeviceRegistry,
  sessions: DeviceSessions,
  timers: readonly HostTimer[],
): { readonly emergency: EmergencyStop; readonly own: () => void } {
  let owned = false;
  let elsewhere = listRunning([], []);
  const emergency = new EmergencyStop({
    running: () => (owned ? listOwn(devices, sessions, timers) : elsewhere),
    stopAll: () => (owned ? stopEverything(devices, timers) : orderDevice({ command: 'stop-all', id: 'all' })),
    ownsTimers: () => owned,
  });
  const watching = watchRunning((states, running) => {
    elsewhere = listRunning(states, running);
    emergency.follow();
  });
  onEscape(() => emergency.press());
  const own = () => {
    owned = true;
    watching();
    effect(() => emergency.follow());
  };
  return { emergency, own };
}

function listOwn(devices: DeviceRegistry, sessions: DeviceSessions, timers: readonly HostTimer[]): WhatRuns {
  // Names have no times.
  const nowMs = () => 0;
  return listRunning(toDeviceStates(devices, sessions, nowMs), toTimerStates(timers, nowMs));
}
