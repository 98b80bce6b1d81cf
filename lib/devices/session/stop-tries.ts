import { BluetoothFault } from '../../bluetooth/fault';
import type { Clock } from '../../core/clock';
import { DriverFault } from '../driver';

const TRIES = 3;
/** How long a command waits that the device did not take, ms. */
export const AGAIN_MS = 300;

export interface StopTries {
  /** Sends one stop. Throws when it was not taken. */
  readonly send: () => Promise<void>;
  /** Whether another try makes sense: the link is up, and nothing else has settled it. */
  readonly mayTryAgain: () => boolean;
  readonly clock: Clock;
  /** Ends the wait between two tries. */
  readonly signal?: AbortSignal;
}

/** Sends a stop up to three times. The first is handed over before this returns. Resolves with whether the device took it. */
export async function tryToStop({ send, mayTryAgain, clock, signal }: StopTries): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      await send();
      return true;
    } catch (error) {
      const last = tries >= TRIES || !mayTryAgain();
      if (last || !(error instanceof BluetoothFault || error instanceof DriverFault)) console.error('stop', error);
      if (last) return false;
    }
    await clock.wait(AGAIN_MS, signal).catch(() => {});
    if (!mayTryAgain()) return false;
  }
}
