import type { Range } from '../driver';

/**
 * The device's own timer, which ends a session when the page or the link is gone. It is set with each start, and again when it would run
 * out before the session (on a device whose timer is shorter than the session) or is more than a step too long (after a skip). Keeps what
 * the device was told. The caller tells it about stops and lost links.
 */
export class DeviceTimer {
  readonly #range: Range | null;
  #untilMs: number | null = null;

  constructor(range: Range | null) {
    this.#range = range;
  }

  /** When the device ends by itself, epoch ms, as it was told; null: it was not told, or has no timer. */
  get untilMs(): number | null {
    return this.#untilMs;
  }

  /** What to set for `leftS` more seconds; null where nothing need be told. */
  wanted(leftS: number, nowMs: number): number | null {
    const range = this.#range;
    if (range === null) return null;
    const steps = Math.ceil((leftS - range.min) / range.step - 1e-9);
    const seconds = Math.min(range.max, range.min + Math.max(0, steps) * range.step);
    if (this.#untilMs === null) return seconds;
    const hasS = (this.#untilMs - nowMs) / 1000;
    const tooShort = hasS < leftS && hasS < seconds / 2;
    return tooShort || hasS > seconds + range.step ? seconds : null;
  }

  /** A device that counts nothing down is not relied on. */
  told(seconds: number, nowMs: number): void {
    this.#untilMs = nowMs + seconds * 1000;
  }

  /** Off, or on a link that was lost before it was known. */
  forget(): void {
    this.#untilMs = null;
  }
}
