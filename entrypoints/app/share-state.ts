import { effect } from '@preact/signals';
import type { CheckSession } from '../../lib/check/check-session';
import type { StrapLink } from '../../lib/check/strap-link';
import type { CommandParts } from '../../lib/devices/remote/carry-out';
import { deviceStates, toDeviceStates } from '../../lib/devices/remote/device-state';
import { timerStates, toTimerStates } from '../../lib/devices/remote/host-timer';
import { publishStrapState } from '../../lib/devices/remote/strap-state';

/** Publishes every change of strap, check, devices and timers to the other surfaces, as long as the tab lives. */
export function shareState(session: CheckSession, strap: StrapLink, { devices, sessions, timers }: CommandParts): void {
  effect(() => {
    const sensor = strap.sensor.value;
    publishStrapState({
      connection: strap.state.value,
      name: sensor?.name ?? null,
      batteryPct: sensor?.batteryPct ?? null,
      hrBpm: strap.last.value?.hrBpm ?? null,
      phase: session.progress.value.phase,
      recording: session.stage.value === 'recording',
      demo: session.world.value === 'demo',
    }).catch((error: unknown) => console.error('strap state', error));
  });
  effect(() => {
    deviceStates
      .publish(toDeviceStates(devices, sessions.deviceSessions, () => sessions.clock.now()))
      .catch((error: unknown) => console.error('device states', error));
  });
  effect(() => {
    timerStates.publish(toTimerStates(timers, () => sessions.clock.now())).catch((error: unknown) => console.error('timer states', error));
  });
}
