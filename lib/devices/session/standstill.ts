import type { Telemetry } from '../driver';

/** A device that says it stands still, this long after it said that it ran, was stopped by hand. */
const STANDSTILL_MS = 3000;

/**
 * Detects that somebody stopped the device at the device itself. Keeps when the device last reported that it runs. The caller passes on
 * every reading.
 */
export class Standstill {
  #ranAtMs: number | null = null;

  /** `expected`: it was told to move. One that says nothing of it is not judged. */
  seen({ running }: Telemetry, expected: boolean, nowMs: number): boolean {
    if (!expected || running === undefined) this.#ranAtMs = null;
    else if (running) this.#ranAtMs = nowMs;
    return this.#ranAtMs !== null && nowMs - this.#ranAtMs >= STANDSTILL_MS;
  }

  /** It was told to rest, or the link is gone. */
  forget(): void {
    this.#ranAtMs = null;
  }
}
