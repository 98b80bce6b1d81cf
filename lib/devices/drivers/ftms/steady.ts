import { DriverFault, type DriverOptions } from '../../driver';
import type { Said } from './said';

const LOOK_EVERY_MS = 250;
/** A belt that has not moved by then will not move. */
const LONGEST_MS = 30_000;

/**
 * Tells how long a belt has moved at the same speed, for machines that accept no new speed before that. Keeps what it saw since `run`. The
 * owner starts `run` once for each link; it ends with its signal.
 */
export class BeltWatch {
  readonly #said: Said;
  readonly #wait: DriverOptions['wait'];
  #speedKmh = 0;
  #forMs = 0;
  /** The record with which this speed began: one alone may be old. */
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

  /** After a new speed was told: what was seen before it says nothing any more. */
  begun(): void {
    this.#speedKmh = 0;
    this.#forMs = 0;
  }

  /** Throws `not-ready` when it does not come to that within half a minute, and the reason of the signal. */
  async steady(steadyMs: number, signal: AbortSignal): Promise<void> {
    for (let waitedMs = 0; waitedMs < LONGEST_MS; waitedMs += LOOK_EVERY_MS) {
      if (this.#forMs >= steadyMs && this.#said.records > this.#sinceRecord) return;
      await this.#wait(LOOK_EVERY_MS, signal);
    }
    throw new DriverFault('not-ready', 'the belt does not run steadily');
  }
}
