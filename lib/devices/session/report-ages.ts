import type { DeviceDriver, Telemetry } from '../driver';
import { followReports } from './follow-reports';

/** An older figure is shown with its age. Ours: a device reports at least every 2 s, and a packet may be lost. */
const FRESH_MS = 5000;

/** The age of a figure in whole seconds; null while it is fresh. */
export function toOldS(ageMs: number): number | null {
  return ageMs > FRESH_MS ? Math.round(ageMs / 1000) : null;
}

/** Keeps when the device reported each of its figures last, by its name and zone. The caller owes `close`. */
export class ReportAges {
  readonly #nowMs: () => number;
  readonly #atMs = new Map<string, number>();
  readonly #unwatch: () => void;

  constructor(driver: DeviceDriver, nowMs: () => number) {
    this.#nowMs = nowMs;
    this.#hear(driver.telemetry.peek());
    this.#unwatch = followReports(driver, (report) => this.#hear(report));
  }

  /** Whole seconds since the figure was reported; null while it is fresh, or was never reported. */
  oldS(figure: keyof Telemetry, zone = ''): number | null {
    const atMs = this.#atMs.get(`${figure} ${zone}`);
    return atMs === undefined ? null : toOldS(this.#nowMs() - atMs);
  }

  close(): void {
    this.#unwatch();
  }

  #hear(report: Telemetry): void {
    const nowMs = this.#nowMs();
    for (const [figure, value] of Object.entries(report)) {
      const zones = typeof value === 'object' ? Object.keys(value) : [''];
      for (const zone of zones) this.#atMs.set(`${figure} ${zone}`, nowMs);
    }
  }
}
