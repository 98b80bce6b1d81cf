import { isOwned } from '../check/owner';
import { realClock } from '../core/clock';
import type { CommandOutcome, DeviceCommand } from '../devices/remote/schema';
import { askOwner } from './messages';
import { openApp } from './open-app';

const TRIES = 100;
const PAUSE_MS = 100;

/**
 * Takes a command from another surface to the app tab that owns Bluetooth. With no app tab one is opened, if there is something to connect;
 * it is brought to the front where only a click in it can go on. `wait` is the background's own time, which no test holds.
 */
export async function commandOwner(
  command: DeviceCommand,
  wait: (ms: number) => Promise<void> = realClock().wait,
): Promise<CommandOutcome> {
  if (!(await isOwned())) {
    // Without a tab there is no link: nothing to end, and nothing that this could stop.
    if (command.command !== 'connect' && command.command !== 'start') return 'unknown-device';
    await openApp('devices');
  }
  for (let tries = 0; tries < TRIES; tries++) {
    // A tab that has just been opened does not listen yet.
    const outcome = await askOwner(command);
    if (outcome === 'needs-chooser' || outcome === 'needs-app') await openApp('devices');
    if (outcome !== null) return outcome;
    await wait(PAUSE_MS);
  }
  return 'failed';
}
