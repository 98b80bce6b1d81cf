import { DriverFault, type DriverOptions } from '../../driver';
import type { Said } from './said';

const LOOK_EVERY_MS = 250;
/** A belt that has not moved by then is not expected to move. */
const LONGEST_MS = 30_000;

/**
 * Measures how long a belt has moved at the same speed, for machines that accept a new speed only after that. Keeps what it saw since
 * `run`. The owner calls `run` once for each link; it ends with its signal.
 */
export class BeltWatch {
  readonly #said: Said;
  readonly #wait: DriverOptions['wait'];
  #speedKmh = 0;
  #forMs = 0;
  /** The record with which this speed began. A single record may be old. */
  #sinceRecord = 0;

  constructor(said: Said, wait: DriverOptions['wait']) {
    this.#said = said;
    this.#wait = wait;
  }

  async run(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const now = this.#said.telemetry.speedKmh ?? 0;
      if (now !== this.#speedKmh || now === 0) {
        this.#speedKmh = now;
        this.#forMs = 0;
        this.#sinceRecord = this.#said.records;
      } else this.#forMs += LOOK_EVERY_MS;
      await this.#wait(LOOK_EVERY_MS, over).catch(() => {});
    }
  }

  /** Call after a new speed was sent: earlier records no longer count. */
  begun(): void {
    this.#speedKmh = 0;
    this.#forMs = 0;
  }

  /** Resolves when the speed was steady that long. Throws `not-ready` when that takes more than half a minute, or the signal's reason. */
  async steady(steadyMs: number, signal: AbortSignal): Promise<void> {
    for (let waitedMs = 0; waitedMs < LONGEST_MS; waitedMs += LOOK_EVERY_MS) {
      if (this.#forMs >= steadyMs && this.#said.records > this.#sinceRecord) return;
      await this.#wait(LOOK_EVERY_MS, signal);
    }
    throw new DriverFault('not-ready', 'the belt does not run steadily');
  }
}
