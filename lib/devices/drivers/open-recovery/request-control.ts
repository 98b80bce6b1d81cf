import { encodeOpenRecoveryCommand, type OpenRecoveryResult } from '../../../bluetooth/services/open-recovery';
import type { DriverOptions } from '../../driver';
import type { ControlPoint } from '../control-point';

/** As long as a press at the device counts. */
const PRESS_WITHIN_MS = 30_000;
const ASKS_EVERY_MS = 2000;

/**
 * Requests control. A device that waits for a press at it is asked again until somebody presses, for half a minute; `onWaiting` tells when
 * that begins and ends. Returns the last answer. Throws what `ask` throws, and the signal's reason.
 */
export async function requestControl(
  point: ControlPoint<OpenRecoveryResult>,
  { wait }: Pick<DriverOptions, 'wait'>,
  onWaiting: (waits: boolean) => void,
  over: AbortSignal,
): Promise<OpenRecoveryResult> {
  const ask = () => point.ask(encodeOpenRecoveryCommand({ kind: 'request-control' }), over);
  let answer = await ask();
  if (answer !== 'needs-press') return answer;
  onWaiting(true);
  try {
    for (let waitedMs = 0; answer === 'needs-press' && waitedMs < PRESS_WITHIN_MS; waitedMs += ASKS_EVERY_MS) {
      await wait(ASKS_EVERY_MS, over);
      answer = await ask();
    }
    return answer;
  } finally {
    onWaiting(false);
  }
}
