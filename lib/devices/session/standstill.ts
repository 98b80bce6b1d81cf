import type { Telemetry } from '../driver';

/** A device that reports standstill this long after it reported that it ran was stopped by hand. */
const STANDSTILL_MS = 3000;

/**
 * Detects that somebody stopped the device at the device itself. Keeps when the device last reported that it runs. The caller passes on
 * every reading.
 */
export class Standstill {
  #ranAtMs: number | null = null;

  /** `expected`: the device was told to move. Without a report of movement, nothing is concluded. */
  seen({ running }: Telemetry, expected: boolean, nowMs: number): boolean {
    if (!expected || running === undefined) this.#ranAtMs = null;
    else if (running) this.#ranAtMs = nowMs;
    return this.#ranAtMs !== null && nowMs - this.#ranAtMs >= STANDSTILL_MS;
  }

  /** Call when the device was told to rest, or the link is gone. */
  forget(): void {
    this.#ranAtMs = null;
  }
}
