import { BluetoothFault } from '../../bluetooth/fault';
import type { Clock } from '../../core/clock';
import { type DeviceReason, DriverFault } from '../driver';

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

/** What became of a stop. `not-sent`: it did not arrive, or nobody knows. Otherwise why the device refused it. */
export type StopResult = 'taken' | 'not-sent' | { readonly refused: DeviceReason };

/** Sends a stop up to three times. The first is handed over before this returns. */
export async function tryToStop({ send, mayTryAgain, clock, signal }: StopTries): Promise<StopResult> {
  let result: StopResult = 'not-sent';
  for (let tries = 1; ; tries++) {
    try {
      await send();
      return 'taken';
    } catch (error) {
      const refused = error instanceof DriverFault && error.code === 'refused-by-device';
      result = refused ? { refused: error.reason } : 'not-sent';
      const last = tries >= TRIES || !mayTryAgain();
      if (last || !(error instanceof BluetoothFault || error instanceof DriverFault)) console.error('stop', error);
      if (last) return result;
    }
    await clock.wait(AGAIN_MS, signal).catch(() => {});
    if (!mayTryAgain()) return result;
  }
}
