import type { DeviceDriver, Telemetry } from '../driver';
import { findMovements, reportsMovement } from '../safety/rest';
import { followReports } from './follow-reports';

/** An older figure is shown with its age. Ours: a device reports at least every 2 s, and a packet may be lost. */
const FRESH_MS = 5000;
/** A device is unheard when it missed this many reports in a row, and not before `UNHEARD_MS`. Both ours. */
const MISSED = 3;
const UNHEARD_MS = 10_000;

/** The age of a figure in whole seconds; null while it is fresh. */
export function toOldS(ageMs: number): number | null {
  return ageMs > FRESH_MS ? Math.round(ageMs / 1000) : null;
}

/** Keeps when the device reported each of its figures last, by its name and zone. The caller owes `close`. */
export class ReportAges {
  readonly #driver: DeviceDriver;
  readonly #nowMs: () => number;
  /** When it was last heard of its movement, or a run began. */
  #movementMs: number;
  readonly #atMs = new Map<string, number>();
  readonly #unwatch: () => void;

  constructor(driver: DeviceDriver, nowMs: () => number) {
    this.#driver = driver;
    this.#nowMs = nowMs;
    this.#movementMs = nowMs();
    this.#hear(driver.telemetry.peek());
    this.#unwatch = followReports(driver, (report) => this.#hear(report));
  }

  /** Whole seconds since the figure was reported; null while it is fresh, or was never reported. */
  oldS(figure: keyof Telemetry, zone = ''): number | null {
    const atMs = this.#atMs.get(`${figure} ${zone}`);
    return atMs === undefined ? null : toOldS(this.#nowMs() - atMs);
  }

  /** A run begins: an idle device need not have reported before. */
  began(): void {
    this.#movementMs = this.#nowMs();
  }

  /** Whether reports of its movement are overdue while it runs. Never of a device that reports only changes, or nothing. */
  get unheard(): boolean {
    const capabilities = this.#driver.capabilities.peek();
    const { reportsEveryS } = capabilities;
    if (reportsEveryS === undefined || !reportsMovement(capabilities)) return false;
    return this.#nowMs() - this.#movementMs > Math.max(UNHEARD_MS, MISSED * reportsEveryS * 1000);
  }

  close(): void {
    this.#unwatch();
  }

  #hear(report: Telemetry): void {
    const nowMs = this.#nowMs();
    if (findMovements(this.#driver.capabilities.peek(), report).length > 0) this.#movementMs = nowMs;
    for (const [figure, value] of Object.entries(report)) {
      const zones = typeof value === 'object' ? Object.keys(value) : [''];
      for (const zone of zones) this.#atMs.set(`${figure} ${zone}`, nowMs);
    }
  }
}
