import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../core/clock';
import { Elapsed } from '../../core/elapsed';
import { type DeviceDriver, DriverFault } from '../driver';
import { RestWatch } from '../session/rest-watch';
import type { Unrest } from '../session/view';

export interface RestGuardParts {
  readonly clock: Clock;
  /** It took the stop, and rests or does not report what it does. */
  readonly onRest: () => void;
  /** It refused the stop, or still moves. */
  readonly onUnrest: () => void;
  /** Whether a session watches this driver's device itself. */
  readonly inSession: (driver: DeviceDriver) => boolean;
}

const LOOK_EVERY_MS = 500;

/**
 * Stops that no session sends, and the device's rest after them. Keeps the latest of them in memory, and `unrest` until the device rests, its
 * link ends, or `dismiss` is called because a person says that it is off.
 */
export class RestGuard {
  readonly #parts: RestGuardParts;
  readonly #unrest = signal<Unrest | null>(null);
  #latest: AbortController | null = null;

  constructor(parts: RestGuardParts) {
    this.#parts = parts;
  }

  get unrest(): ReadonlySignal<Unrest | null> {
    return this.#unrest;
  }
  /** It took a stop and its time to rest is not over. */
  get settling(): boolean {
    return this.#latest !== null && this.#unrest.value === null;
  }

  /** Sends a stop, and watches the device after it. Throws what the driver throws. `link` aborts when the link ends. */
  async stop(driver: DeviceDriver, link: AbortSignal): Promise<void> {
    this.#latest?.abort();
    const latest = new AbortController();
    this.#latest = latest;
    const over = AbortSignal.any([latest.signal, link]);
    const elapsed = new Elapsed(() => this.#parts.clock.now());
    const watch = new RestWatch(driver, () => elapsed.ms);
    let refusal: DriverFault | null = null;
    watch.begin();
    try {
      await driver.stop();
      watch.answered();
    } catch (error) {
      if (!(error instanceof DriverFault) || error.code !== 'refused-by-device') {
        this.#end(latest, watch);
        throw error;
      }
      refusal = error;
      watch.answered(error.reason);
    }
    if (this.#goesOn(latest, driver, watch)) void this.#follow(latest, driver, watch, elapsed, over);
    else this.#end(latest, watch);
    if (refusal !== null) throw refusal;
  }

  dismiss(): void {
    this.#latest?.abort();
    this.#latest = null;
    this.#unrest.value = null;
  }

  async #follow(latest: AbortController, driver: DeviceDriver, watch: RestWatch, elapsed: Elapsed, over: AbortSignal): Promise<void> {
    do {
      const sinceMs = elapsed.ms;
      try {
        await this.#parts.clock.wait(LOOK_EVERY_MS, over);
      } catch {
        break;
      }
      elapsed.waited(sinceMs, LOOK_EVERY_MS);
    } while (this.#goesOn(latest, driver, watch));
    this.#end(latest, watch);
  }

  /** Whether it must be watched longer. */
  #goesOn(latest: AbortController, driver: DeviceDriver, watch: RestWatch): boolean {
    if (this.#latest !== latest || this.#parts.inSession(driver)) return false;
    const verdict = watch.judge();
    if (verdict === 'waiting') return true;
    if (verdict !== 'moves') {
      this.#parts.onRest();
      return false;
    }
    if (this.#unrest.value === null) this.#parts.onUnrest();
    this.#unrest.value = watch.unrest;
    return true;
  }

  #end(latest: AbortController, watch: RestWatch): void {
    watch.close();
    if (this.#latest !== latest) return;
    this.#latest = null;
    this.#unrest.value = null;
  }
}
