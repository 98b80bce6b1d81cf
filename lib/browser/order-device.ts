import { realClock } from '../core/clock';
import type { CommandOutcome, DeviceCommand } from '../devices/remote/schema';
import { ask, isStop } from './messages';

/** How often a stop is sent when nobody answers. */
const TRIES = 4;
/** Before it is sent again after the way to the background broke: the browser starts the background anew for it. */
const BROKEN_MS = 300;
/** Before it is sent again beside one that has no answer yet. */
const SILENT_MS = 3000;
/** How long the last one waits. The background gives up an app tab that hangs, or does not open, before that. */
const LAST_MS = 20_000;

/**
 * Sends a command for devices to the background; every surface but the app tab that owns Bluetooth sends by this. Never rejects: `failed`
 * when it could not be delivered. The browser may end the background after it took a message and before it passed it on, so a stop without
 * an answer is sent again. No other command is: it might be carried out twice, or late.
 * @param wait by the surface's own timers, which tests do not control
 */
export function orderDevice(command: DeviceCommand, wait: (ms: number) => Promise<void> = realClock().wait): Promise<CommandOutcome> {
  if (isStop(command)) return sendStop(command, wait);
  return ask('device-command', command).catch(() => 'failed' as const);
}

/** The first answer counts, whichever message it is for. */
async function sendStop(command: DeviceCommand, wait: (ms: number) => Promise<void>): Promise<CommandOutcome> {
  let answer = (_: CommandOutcome) => {};
  const answered = new Promise<CommandOutcome>((resolve) => {
    answer = resolve;
  });
  const sent: Promise<void>[] = [];
  for (let tries = 1; tries <= TRIES; tries++) {
    const over = ask('device-command', command).then(answer, () => {});
    sent.push(over);
    if (tries === TRIES) break;
    const outcome = await Promise.race([answered, over.then(() => wait(BROKEN_MS)), wait(SILENT_MS)]);
    if (outcome !== undefined) return outcome;
  }
  return (await Promise.race([answered, Promise.all(sent).then(() => undefined), wait(LAST_MS)])) ?? 'failed';
}
