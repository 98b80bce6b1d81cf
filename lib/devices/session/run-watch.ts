import type { Capabilities, DeviceDriver } from '../driver';
import type { Actuator } from './actuator';
import type { HowItEnded } from './device-end';
import { HandWatch } from './hand-watch';
import { Standstill } from './standstill';
import { StartWatch } from './start-watch';

/**
 * What the device's reports say of one run, from a start until it is told to rest: that it did not begin, that it was stopped by hand, or that a
 * level was lowered by hand. The caller owes `began` before each start, `hear` for each report, and `forget` when the device is told to rest
 * or is not known any more.
 */
export class RunWatch {
  readonly #driver: DeviceDriver;
  readonly #nowMs: () => number;
  readonly #standstill = new Standstill();
  readonly #starts = new StartWatch();
  readonly #hand = new HandWatch();

  constructor(driver: DeviceDriver, nowMs: () => number) {
    this.#driver = driver;
    this.#nowMs = nowMs;
  }

  /** Something that moved in this run rests: nothing may be sent that could start it again. */
  get rests(): boolean {
    return this.#standstill.rests;
  }

  /** How it ended; null while it goes on. Ask about once a second. */
  judge({ moving, levels, temperatureC }: Actuator): HowItEnded | null {
    if (this.#standstill.isOver(this.#nowMs())) return { end: 'at-device', fault: 'stopped-at-device', deviceFault: null };
    if (this.#starts.isOver(this.#capabilities, { levels, temperatureC, taken: moving }, this.#nowMs()))
      return { end: 'did-not-start', fault: 'did-not-start', deviceFault: null };
    return null;
  }

  /** Whether the zone falls below what it was told, as by a hand at the device. */
  falls(zone: string): boolean {
    return this.#hand.falls(zone);
  }

  began(): void {
    this.#starts.began();
  }

  /** The level of each zone that somebody lowered at the device since the report before. */
  hear({ moving, starting, levels, known, temperatureC }: Actuator): Readonly<Record<string, number>> {
    if (!moving && !starting) return {};
    const heard = this.#driver.heard.peek();
    const nowMs = this.#nowMs();
    this.#standstill.hear(this.#capabilities, this.#driver.telemetry.peek(), nowMs);
    this.#starts.hear(this.#capabilities, heard, { levels, temperatureC, taken: moving });
    this.#hand.hear(this.#capabilities, heard, known, nowMs);
    return this.#hand.takeReduced();
  }

  forget(): void {
    this.#standstill.forget();
    this.#starts.forget();
    this.#hand.forget();
  }

  get #capabilities(): Capabilities {
    return this.#driver.capabilities.peek();
  }
}
