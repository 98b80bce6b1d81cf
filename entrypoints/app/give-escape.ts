import { onEscape } from '../../components/app/devices/use-escape';
import { ask } from '../../lib/browser/messages';
import type { DeviceRegistry } from '../../lib/devices/links/registry';
import { EmergencyStop } from '../../lib/devices/remote/emergency-stop';
import { watchDeviceStates } from '../../lib/devices/remote/follow-states';
import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import type { DeviceSessions } from '../../lib/devices/session/device-sessions';

/** Escape in an app tab. Until `own()`, another tab owns Bluetooth, and the stop goes there. */
export function giveEscape(
  devices: DeviceRegistry,
  sessions: DeviceSessions,
): { readonly emergency: EmergencyStop; readonly own: () => void } {
  let owned = false;
  let elsewhere: readonly string[] = [];
  const watching = watchDeviceStates((states) => {
    elsewhere = states.filter(mayBeRunning).map(({ id, name }) => name ?? id);
  });
  const emergency = new EmergencyStop({
    running: () => (owned ? listRunning(devices, sessions) : elsewhere),
    stopAll: () => (owned ? devices.stopAll() : ask('device-command', { command: 'stop-all', id: 'all' })),
  });
  onEscape(() => emergency.press());
  const own = () => {
    owned = true;
    watching();
  };
  return { emergency, own };
}

function listRunning(devices: DeviceRegistry, { sessions, leftRunning }: DeviceSessions): string[] {
  const live = [...sessions.value]
    .filter(([, session]) => session.live)
    .map(([id]) => ({ id, name: devices.controlled(id)?.name ?? null }));
  return [...live, ...leftRunning.value].map(({ id, name }) => devices.findName({ id, name }) ?? id);
}
