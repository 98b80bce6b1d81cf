import type { Range } from '../driver';

/**
 * The device's own timer, which ends a session when the page or the link is gone. It is set with each start. It is set again when it would
 * run out before the session (on a device with a shorter timer) or is more than a step too long (after a skip). Keeps what was sent to the
 * device. The caller reports starts, stops and lost links.
 */
export class DeviceTimer {
  readonly #range: Range | null;
  readonly #byStart: boolean;
  #untilMs: number | null = null;
  /** As it was sent last, s. */
  #seconds: number | null = null;
  #started = false;

  /** @param byStart it is sent with the start alone */
  constructor(range: Range | null, byStart = false) {
    this.#range = range;
    this.#byStart = byStart;
  }

  /** When the device ends by itself, epoch ms, as last sent; null when nothing was sent, or when it has no timer. */
  get untilMs(): number | null {
    return this.#untilMs;
  }

  /** The value to set for `leftS` more seconds; null when nothing needs to be sent. */
  wanted(leftS: number, nowMs: number): number | null {
    const range = this.#range;
    if (range === null || (this.#byStart && this.#started)) return null;
    const steps = Math.ceil((leftS - range.min) / range.step - 1e-9);
    const seconds = Math.min(range.max, range.min + Math.max(0, steps) * range.step);
    if (this.#untilMs === null) return seconds;
    const hasS = (this.#untilMs - nowMs) / 1000;
    const tooShort = hasS < leftS && hasS < seconds / 2;
    return tooShort || hasS > seconds + range.step ? seconds : null;
  }

  /** Reports that a value was sent. A device that does not count down is not relied on. */
  told(seconds: number, nowMs: number): void {
    this.#seconds = seconds;
    this.#untilMs = nowMs + seconds * 1000;
  }

  /** The device took a start. One that gets its timer with it counts from now; any other is sent its time again. */
  started(nowMs: number): void {
    this.#started = true;
    this.#untilMs = this.#byStart && this.#seconds !== null ? nowMs + this.#seconds * 1000 : null;
  }

  /** The device still runs on a new link. A timer that came with its start counts on; any other is sent again. */
  takenOver(): void {
    if (!this.#byStart) this.forget();
  }

  /** Call when the device is off, or when the link was lost before the command was confirmed. */
  forget(): void {
    this.#started = false;
    this.#seconds = null;
    this.#untilMs = null;
  }
}
