import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceDriver, Telemetry } from '../driver';
import { findMovements } from '../safety/rest';
import { followReports } from '../session/follow-reports';

/**
 * Detects a device that moves though no session of ours moved it since it rested last, from what it reports alone. Keeps the last report of each
 * kind of movement, and whether the present run is a session's. The caller owes `lost` when the link ends.
 */
export class UnaskedRun {
  readonly #driver: DeviceDriver;
  readonly #inSession: () => boolean;
  readonly #moves = new Map<string, boolean>();
  readonly #unasked = signal(false);
  /** A session moved it, and it has not reported rest since. */
  #ours = false;

  /** @param inSession whether a session is live on this driver */
  constructor(driver: DeviceDriver, inSession: () => boolean) {
    this.#driver = driver;
    this.#inSession = inSession;
    followReports(driver, (report) => this.#hear(report));
    // What the driver has forgotten, such as after a stop that no question follows, no longer holds.
    driver.telemetry.subscribe((telemetry) => {
      if (Object.keys(telemetry).length === 0) this.#forget();
    });
  }

  get unasked(): ReadonlySignal<boolean> {
    return this.#unasked;
  }

  /** A person says that it is off. If it reports movement after that, it is no session's any more. */
  saidOff(): void {
    this.#ours = false;
    this.#forget();
  }

  /** Its next link shows what it does then. What moves without a session there is nobody's. */
  lost(): void {
    this.#ours = false;
    this.#forget();
  }

  #forget(): void {
    this.#moves.clear();
    this.#judge();
  }

  #hear(report: Telemetry): void {
    const signs = findMovements(this.#driver.capabilities.peek(), report);
    if (signs.length === 0) return;
    // A device that is idle need not report levels and pressures any more. One that still presses does, and soon.
    if (report.running === false) this.#moves.clear();
    for (const { what, zone, moves } of signs) this.#moves.set(`${what} ${zone ?? ''}`, moves);
    if (!this.#isMoving) this.#ours = false;
    else if (this.#inSession()) this.#ours = true;
    this.#judge();
  }

  get #isMoving(): boolean {
    return [...this.#moves.values()].some(Boolean);
  }

  #judge(): void {
    this.#unasked.value = this.#isMoving && !this.#ours;
  }
}
