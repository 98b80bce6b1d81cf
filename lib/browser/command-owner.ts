import { isOwned } from '../check/owner';
import { realClock } from '../core/clock';
import { browserMarks, listMarks } from '../devices/marks/mark-store';
import { type CommandOutcome, type DeviceCommand, MOVING } from '../devices/remote/schema';
import { CLICK_HOLDS_MS } from '../devices/safety/click';
import { askOwner, isStop } from './messages';
import { openApp } from './open-app';

const TRIES = 100;
const PAUSE_MS = 100;
/** Commands that wait for a tab which one of them opened. Another one must not load that tab anew. */
let opening = 0;

/**
 * Passes a command from another surface to the app tab that owns Bluetooth. If there is no app tab, opens one for commands that can
 * connect, and for a stop of a device that may still be running. Brings the tab to the front if it needs a click. A command that may move a
 * device is given up when its click is too old. `wait` uses the background's own timers, which tests do not control.
 */
export async function commandOwner(
  command: DeviceCommand,
  wait: (ms: number) => Promise<void> = realClock().wait,
): Promise<CommandOutcome> {
  if (!(await isOwned())) {
    // Without a tab there is no connection. A device that an earlier tab left running can still be reached by a new one.
    if (command.command === 'is-off') {
      await browserMarks.remove(command.id);
      return 'accepted';
    }
    const left = (await listMarks()).some(({ id }) => command.command === 'stop-all' || id === command.id);
    const stops = left && isStop(command);
    if (command.command !== 'connect' && command.command !== 'start' && !stops) return 'unknown-device';
    opening++;
    try {
      if (opening === 1) await openApp('devices', undefined, true);
      return await passOn(command, wait);
    } finally {
      opening--;
    }
  }
  return passOn(command, wait);
}

async function passOn(command: DeviceCommand, wait: (ms: number) => Promise<void>): Promise<CommandOutcome> {
  for (let tries = 0; tries < TRIES; tries++) {
    // A tab that has just opened does not listen yet.
    const outcome = await askOwner(command);
    if (outcome === 'needs-chooser' || outcome === 'needs-app') await openApp('devices');
    if (outcome !== null) return outcome;
    if (isTooOld(command)) return 'too-late';
    await wait(PAUSE_MS);
  }
  return 'failed';
}

/** The tab would refuse it (`carryOut`). */
function isTooOld({ command, clickedAtMs }: DeviceCommand): boolean {
  return MOVING.has(command) && (clickedAtMs === undefined || Date.now() - clickedAtMs > CLICK_HOLDS_MS);
}
