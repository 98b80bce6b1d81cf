import type { DeviceDriver, Telemetry } from '../driver';

/** An older figure is shown with its age. Ours: a device reports at least every 2 s, and a packet may be lost. */
const FRESH_MS = 5000;

/** Keeps when the device reported each of its figures last, by its name and zone. The caller owes `close`. */
export class ReportAges {
  readonly #nowMs: () => number;
  readonly #atMs = new Map<string, number>();
  readonly #unwatch: () => void;

  constructor({ telemetry, heard = telemetry }: DeviceDriver, nowMs: () => number) {
    this.#nowMs = nowMs;
    this.#hear(telemetry.peek());
    let first = true;
    this.#unwatch = heard.subscribe((report) => {
      if (!first) this.#hear(report);
      first = false;
    });
  }

  /** Whole seconds since the figure was reported; null while it is fresh, or was never reported. */
  oldS(figure: keyof Telemetry, zone = ''): number | null {
    const atMs = this.#atMs.get(`${figure} ${zone}`);
    const ageMs = atMs === undefined ? 0 : this.#nowMs() - atMs;
    return ageMs > FRESH_MS ? Math.round(ageMs / 1000) : null;
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
