import { type DriverOptions, GadgetFault } from '../../driver';
import type { Said } from './said';

const LOOK_EVERY_MS = 250;
/** A belt that does not move by then will not. */
const LONGEST_MS = 30_000;

/**
 * Resolves when the belt moves, and has said the same speed for `steadyMs`, in two records at least: one alone may be old. Throws
 * `not-ready` when it does not come to that within half a minute, and the reason of the signal.
 */
export async function steadyBelt(said: Said, steadyMs: number, wait: DriverOptions['wait'], signal: AbortSignal): Promise<void> {
  let speedKmh = 0;
  let sinceMs = 0;
  let sinceRecord = 0;
  for (let atMs = 0; atMs < LONGEST_MS; atMs += LOOK_EVERY_MS) {
    const now = said.telemetry.speedKmh ?? 0;
    if (now !== speedKmh || now === 0) [speedKmh, sinceMs, sinceRecord] = [now, atMs, said.records];
    else if (atMs - sinceMs >= steadyMs && said.records > sinceRecord) return;
    await wait(LOOK_EVERY_MS, signal);
  }
  throw new GadgetFault('not-ready', 'the belt does not run steadily');
}
