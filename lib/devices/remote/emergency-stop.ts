import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandOutcome } from './schema';

/** The names of what runs now, or may be running. */
export interface RunningNames {
  readonly devices: readonly string[];
  /** What no device carries out: the guided timer, breathing. */
  readonly timers: readonly string[];
}

/** How the last emergency stop went, for the words on screen. */
export interface StopAnswer extends RunningNames {
  /** How it went for the devices. */
  readonly outcome: CommandOutcome;
  readonly timersStopped: boolean;
}

export interface EmergencyStopParts {
  readonly running: () => RunningNames;
  /** Stops everything, devices first. Each stop is handed over before it returns. */
  readonly stopAll: () => Promise<CommandOutcome>;
  /** The timers run in this page, so that they stop whatever becomes of the devices. */
  readonly ownsTimers: () => boolean;
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
    const { running, stopAll, ownsTimers } = this.#parts;
    const names = running();
    const owned = ownsTimers();
    const runs = names.devices.length > 0 || names.timers.length > 0;
    const press = ++this.#presses;
    const answer = (outcome: CommandOutcome) => {
      if (!runs || press !== this.#presses) return;
      const devices = outcome === 'accepted' ? names.devices : keepRunning(names.devices, running().devices);
      // Elsewhere, what failed may have been the way to the app tab.
      this.#answer.value = { ...names, devices, outcome, timersStopped: owned || outcome !== 'failed' };
    };
    stopAll().then(answer, (error: unknown) => {
      console.error('stop', error);
      answer('failed');
    });
    return runs;
  }

  /** Nothing runs any more, nor may be running: a stop that was still on its way has arrived. */
  arrived(): void {
    if (this.#answer.value !== null) this.#answer.value = { ...this.#answer.value, outcome: 'accepted', timersStopped: true };
  }

  dismiss(): void {
    this.#answer.value = null;
  }
}

/** The devices that an outcome other than `accepted` is about: those that still run or, where none is known to, all of them. */
function keepRunning(before: readonly string[], now: readonly string[]): readonly string[] {
  const left = before.filter((name) => now.includes(name));
  return left.length > 0 ? left : before;
}

/** Whether everything that ran was stopped. */
export function allStopped({ devices, timers, outcome, timersStopped }: StopAnswer): boolean {
  return (devices.length === 0 || outcome === 'accepted') && (timers.length === 0 || timersStopped);
}
