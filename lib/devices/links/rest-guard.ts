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
  /** It refused the stop, still moves, does not say whether it rests though it can, or moves again after `onRest`. */
  readonly onUnrest: () => void;
  /** Whether a session watches this driver's device itself. */
  readonly inSession: (driver: DeviceDriver) => boolean;
}

/** One device under watch on one link, from its first stop on. */
interface Watched {
  readonly driver: DeviceDriver;
  readonly link: AbortSignal;
  readonly elapsed: Elapsed;
  readonly watch: RestWatch;
}

const LOOK_EVERY_MS = 500;

/**
 * Stops that no session sends, and the device's rest after them. Keeps one device under watch in memory until its time is over and it rests,
 * and `unrest` until it rests, its link ends, or `dismiss` is called because a person says that it is off.
 */
export class RestGuard {
  readonly #parts: RestGuardParts;
  readonly #unrest = signal<Unrest | null>(null);
  #watched: Watched | null = null;
  #latest: AbortController | null = null;
  /** What was said of it after the latest stop; null: nothing yet. */
  #said: 'rest' | 'unrest' | null = null;

  constructor(parts: RestGuardParts) {
    this.#parts = parts;
  }

  get unrest(): ReadonlySignal<Unrest | null> {
    return this.#unrest;
  }
  /** It took a stop, and it is not known yet whether it rests. */
  get settling(): boolean {
    return this.#latest !== null && this.#said === null;
  }

  /** Sends a stop, and watches the device after it. Throws what the driver throws. `link` aborts when the link ends. */
  async stop(driver: DeviceDriver, link: AbortSignal): Promise<void> {
    this.#latest?.abort();
    const latest = new AbortController();
    this.#latest = latest;
    // What it was said not to do holds until it rests.
    if (this.#said === 'rest') this.#said = null;
    const watched = this.#takeWatch(driver, link);
    const { watch } = watched;
    let refusal: DriverFault | null = null;
    watch.begin('stop');
    try {
      await driver.stop();
      watch.answered();
    } catch (error) {
      if (!(error instanceof DriverFault) || error.code !== 'refused-by-device') {
        // What it answered to the stop before holds as long as the link does.
        if (!link.aborted && watch.notSent()) this.#watchOn(latest, watched);
        else this.#end(latest);
        throw error;
      }
      refusal = error;
      watch.answered(error.reason);
    }
    this.#watchOn(latest, watched);
    if (refusal !== null) throw refusal;
  }

  #watchOn(latest: AbortController, watched: Watched): void {
    if (this.#goesOn(latest, watched)) void this.#follow(latest, watched);
    else this.#end(latest);
  }

  dismiss(): void {
    this.#latest?.abort();
    this.#latest = null;
    this.#letGo();
  }

  /** A second stop finds what was known after the first. */
  #takeWatch(driver: DeviceDriver, link: AbortSignal): Watched {
    const before = this.#watched;
    if (before !== null && before.driver === driver && before.link === link && !link.aborted) return before;
    this.#letGo();
    const elapsed = new Elapsed(() => this.#parts.clock.now());
    this.#watched = { driver, link, elapsed, watch: new RestWatch(driver, () => elapsed.ms) };
    return this.#watched;
  }

  async #follow(latest: AbortController, watched: Watched): Promise<void> {
    const { elapsed, link } = watched;
    const over = AbortSignal.any([latest.signal, link]);
    do {
      const sinceMs = elapsed.ms;
      try {
        await this.#parts.clock.wait(LOOK_EVERY_MS, over);
      } catch {
        break;
      }
      elapsed.waited(sinceMs, LOOK_EVERY_MS);
    } while (this.#goesOn(latest, watched));
    this.#end(latest);
  }

  /** Whether it must be watched longer. */
  #goesOn(latest: AbortController, { driver, watch }: Watched): boolean {
    if (this.#latest !== latest || this.#parts.inSession(driver)) return false;
    const verdict = watch.judge();
    if (verdict === 'moves') this.#unrest.value = watch.unrest;
    else if (verdict !== 'waiting') this.#unrest.value = null;
    if (verdict === 'moves' || verdict === 'silent') this.#say('unrest');
    else if (verdict !== 'waiting') this.#say('rest');
    return watch.goesOn;
  }

  #say(what: 'rest' | 'unrest'): void {
    if (this.#said === what) return;
    this.#said = what;
    if (what === 'rest') this.#parts.onRest();
    else this.#parts.onUnrest();
  }

  #end(latest: AbortController): void {
    if (this.#latest !== latest) return;
    this.#latest = null;
    this.#letGo();
  }

  #letGo(): void {
    this.#watched?.watch.close();
    this.#watched = null;
    this.#said = null;
    this.#unrest.value = null;
  }
}
