import { type ReadonlySignal, signal } from '@preact/signals';
import type { Telemetry } from '../driver';

/** What a device reported on one link, for the driver that hears it. Keeps the sum of all reports, and the last one. */
export class Reports {
  readonly #telemetry = signal<Telemetry>({});
  readonly #heard = signal<Telemetry>({});

  get telemetry(): ReadonlySignal<Telemetry> {
    return this.#telemetry;
  }
  /** See `DeviceDriver.heard`. */
  get heard(): ReadonlySignal<Telemetry> {
    return this.#heard;
  }

  /** Adds a report, which may hold some of the zones. `over`: what earlier reports said and this one no longer does. */
  hear(report: Telemetry, over: readonly (keyof Telemetry)[] = []): void {
    const { levels, pressureMmHg, ...rest } = report;
    const before = without(this.#telemetry.value, over);
    this.#telemetry.value = {
      ...before,
      ...rest,
      ...(levels === undefined ? {} : { levels: { ...before.levels, ...levels } }),
      ...(pressureMmHg === undefined ? {} : { pressureMmHg: { ...before.pressureMmHg, ...pressureMmHg } }),
    };
    this.#heard.value = report;
  }

  /** Sets what the driver knows by itself, or takes it back. */
  assume(known: Telemetry, over: readonly (keyof Telemetry)[] = []): void {
    this.#telemetry.value = { ...without(this.#telemetry.value, over), ...known };
  }

  clear(): void {
    this.#telemetry.value = {};
  }
}

function without(telemetry: Telemetry, keys: readonly (keyof Telemetry)[]): Telemetry {
  return Object.fromEntries(Object.entries(telemetry).filter(([key]) => !(keys as readonly string[]).includes(key)));
}
