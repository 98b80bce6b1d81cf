import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceDriver, Telemetry } from '../driver';
import { findMovements } from '../safety/rest';
import { followReports } from '../session/follow-reports';

/**
 * Detects a device that moves though no session of ours moves it or waits for its rest, from what it reports alone. Keeps the last report of
 * each kind of movement. The caller owes `lost` when the link ends.
 */
export class UnaskedRun {
  readonly #driver: DeviceDriver;
  readonly #inSession: () => boolean;
  readonly #moves = new Map<string, boolean>();
  readonly #unasked = signal(false);

  /** @param inSession whether a session moves this driver's device, or has stopped it and waits for its rest */
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

  /** A person says that it is off. What it reports after that counts. */
  saidOff(): void {
    this.#forget();
  }

  /** Its next link shows what it does then. */
  lost(): void {
    this.#forget();
  }

  #forget(): void {
    this.#moves.clear();
    this.#unasked.value = false;
  }

  #hear(report: Telemetry): void {
    const signs = findMovements(this.#driver.capabilities.peek(), report);
    if (signs.length === 0) return;
    // A device that is idle need not report levels and pressures any more. One that still presses does, and soon.
    if (report.running === false) this.#moves.clear();
    for (const { what, zone, moves } of signs) this.#moves.set(`${what} ${zone ?? ''}`, moves);
    const moves = [...this.#moves.values()].some(Boolean);
    this.#unasked.value = moves && !this.#inSession();
  }
}
