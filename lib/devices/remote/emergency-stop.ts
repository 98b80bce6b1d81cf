import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandOutcome } from './schema';

/** One thing that runs now, or may be running. */
export interface RunningThing {
  readonly id: string;
  readonly name: string;
  /** What its state says of a stop; null when it says nothing. */
  readonly own: 'not-stopped' | 'stopping' | 'stop-pending' | null;
  /** It has a link, or needs none. */
  readonly linked: boolean;
}

export interface WhatRuns {
  readonly devices: readonly RunningThing[];
  /** What no device carries out: the guided timer, breathing. */
  readonly timers: readonly RunningThing[];
}

/** How the stop of one device went. */
export interface StoppedDevice extends Pick<RunningThing, 'id' | 'name'> {
  readonly outcome: CommandOutcome;
  /** It was seen at rest since: if it runs again, it was started again. */
  readonly rested: boolean;
}

/** How the last emergency stop went, for the words on screen. */
export interface StopAnswer {
  /** Every device that ran. */
  readonly devices: readonly StoppedDevice[];
  readonly timers: readonly Pick<StoppedDevice, 'id' | 'name' | 'rested'>[];
  readonly timersStopped: boolean;
}

export interface EmergencyStopParts {
  readonly running: () => WhatRuns;
  /** Stops everything, devices first. Each stop is handed over before it returns. */
  readonly stopAll: () => Promise<CommandOutcome>;
  /** The timers run in this page, so that they stop whatever becomes of the devices. */
  readonly ownsTimers: () => boolean;
}

/** Escape: stops everything. Keeps the answer to the last press, until it is dismissed. The caller calls `follow` when what runs changes. */
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
    const before = running();
    const owned = ownsTimers();
    const runs = before.devices.length > 0 || before.timers.length > 0;
    const press = ++this.#presses;
    const answer = (outcome: CommandOutcome) => {
      if (!runs || press !== this.#presses) return;
      const now = running();
      // Elsewhere, what failed may have been the way to the app tab.
      const timersStopped = owned || outcome !== 'failed';
      this.#answer.value = {
        devices: before.devices.map((device) => judge(device, outcome, before.devices, now.devices)),
        timers: before.timers.map(({ id, name }) => ({ id, name, rested: timersStopped && !now.timers.some((one) => one.id === id) })),
        timersStopped,
      };
    };
    stopAll().then(answer, (error: unknown) => {
      console.error('stop', error);
      answer('failed');
    });
    return runs;
  }

  /**
   * What runs has changed: a stop that was on its way has arrived, a device moves again after all, or was started again. Nothing is said any
   * more of what was started again.
   */
  follow(): void {
    const answer = this.#answer.peek();
    const now = this.#parts.running();
    if (answer === null) return;
    const devices = answer.devices.flatMap((device) =>
      toNow(
        device,
        now.devices.find(({ id }) => id === device.id),
      ),
    );
    const running = (id: string) => now.timers.some((timer) => timer.id === id);
    const timers = answer.timers
      .filter(({ id, rested }) => !(rested && running(id)))
      .map((timer) => ({ ...timer, rested: timer.rested || !running(timer.id) }));
    if (devices.length === 0 && timers.length === 0) {
      this.dismiss();
      return;
    }
    const next = { devices, timers, timersStopped: answer.timersStopped || timers.every(({ rested }) => rested) };
    if (JSON.stringify(next) !== JSON.stringify(answer)) this.#answer.value = next;
  }

  dismiss(): void {
    this.#answer.value = null;
  }
}

/** The outcome of one device of several: its own state knows it best, then whether it still runs, then the answer to all of them. */
function judge(
  { id, name }: RunningThing,
  outcome: CommandOutcome,
  before: readonly RunningThing[],
  running: readonly RunningThing[],
): StoppedDevice {
  const now = running.find((one) => one.id === id);
  if (outcome === 'accepted') return { id, name, outcome, rested: now === undefined };
  // Where nothing is known to run any more, a stop that failed says nothing of any of them.
  const known = outcome !== 'failed' || running.some((one) => before.some((other) => other.id === one.id));
  if (now === undefined) return { id, name, outcome: known ? 'accepted' : outcome, rested: known };
  if (now.own !== null || outcome !== 'not-stopped') return { id, name, outcome: now.own ?? outcome, rested: false };
  // That answer is about another one.
  return { id, name, outcome: now.linked ? 'stopping' : 'failed', rested: false };
}

function toNow(device: StoppedDevice, now: RunningThing | undefined): readonly StoppedDevice[] {
  if (now === undefined) return [{ ...device, outcome: 'accepted', rested: true }];
  if (now.own === 'not-stopped') return [{ ...device, outcome: 'not-stopped', rested: false }];
  return device.rested ? [] : [device];
}

/** Whether everything that ran was stopped. */
export function allStopped({ devices, timers, timersStopped }: StopAnswer): boolean {
  return devices.every(({ outcome }) => outcome === 'accepted') && (timers.length === 0 || timersStopped);
}
