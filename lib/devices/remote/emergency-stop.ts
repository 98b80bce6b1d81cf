import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandOutcome } from './schema';

/** How the last emergency stop went, for the words on screen. */
export interface StopAnswer {
  /** What was running, or may have been. */
  readonly names: readonly string[];
  readonly outcome: CommandOutcome;
}

export interface EmergencyStopParts {
  /** The names of what runs now, or may be running. */
  readonly running: () => readonly string[];
  /** Stops everything. Each stop is handed over before it returns. */
  readonly stopAll: () => Promise<CommandOutcome>;
}

/** Escape: stops everything. Keeps the answer to the last press, until it is dismissed. */
export class EmergencyStop {
  readonly #parts: EmergencyStopParts;
  readonly #answer = signal<StopAnswer | null>(null);
  #presses = 0;

  constructor(parts: EmergencyStopParts) {
    this.#parts = parts;
  }

  get answer(): ReadonlySignal<StopAnswer | null> {
    return this.#answer;
  }

  /** Every press stops again, whatever is known to run. True when something ran: then the key is used up. */
  press(): boolean {
    const { running, stopAll } = this.#parts;
    const names = running();
    const press = ++this.#presses;
    const answer = (outcome: CommandOutcome) => {
      if (names.length > 0 && press === this.#presses) this.#answer.value = { names, outcome };
    };
    stopAll().then(answer, (error: unknown) => {
      console.error('stop', error);
      answer('failed');
    });
    return names.length > 0;
  }

  /** Nothing runs any more, nor may be running: a stop that was still on its way has arrived. */
  arrived(): void {
    if (this.#answer.value !== null) this.#answer.value = { ...this.#answer.value, outcome: 'accepted' };
  }

  dismiss(): void {
    this.#answer.value = null;
  }
}
