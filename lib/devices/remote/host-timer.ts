import type { ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import { snapshot } from './snapshot';

/**
 * What runs in the app tab without a device of the list: the guided timer, breathing, the dry run of a profile, and what the inspector wrote
 * by hand. Every surface shows and stops them, as it does devices.
 */

/** They stand in commands where a device has its id, which never looks like this. */
export const TIMER_IDS = ['timer:guided', 'timer:breathing', 'timer:dry-run', 'timer:inspector'] as const;

const timerState = v.object({
  id: v.picklist(TIMER_IDS),
  /** What runs, in the user's language. */
  name: v.string(),
  /** The fragment of its screen in the app. */
  address: v.string(),
  state: v.picklist(['running', 'paused']),
  /** While it runs, epoch ms; null while it is paused, or has no end. */
  endsAtMs: v.nullable(v.number()),
  /** While it is paused; null while it runs, because otherwise every tick would be a change, or has no end. */
  leftS: v.nullable(v.number()),
  /** A person wrote to it with the inspector, and it may move; whether Rebound knows how to stop it. Left out for everything else. */
  written: v.exactOptional(v.picklist(['stop-known', 'no-stop'])),
});
export type TimerState = v.InferOutput<typeof timerState>;

export const timerStates = snapshot('timers', v.array(timerState));

interface RunningTimer {
  readonly state: ReadonlySignal<string>;
  /** Seconds; null when nobody knows. */
  readonly remainingS: ReadonlySignal<number | null>;
}

/** Of those, the ones that run a device. */
export const DEVICE_TIMERS: ReadonlySet<TimerState['id']> = new Set(['timer:dry-run', 'timer:inspector']);

export interface HostTimer {
  readonly id: TimerState['id'];
  /** What was started last and was not dismissed, running or ended; null for none. Reads signals. */
  shown(): {
    readonly timer: RunningTimer;
    readonly name: string;
    readonly address: string;
    readonly written?: NonNullable<TimerState['written']>;
  } | null;
  /** Ends it at once. Resolves when its record is written or, for a device, when the stop has arrived; rejects when it has not. */
  stop(): Promise<void>;
  /** A person says that what it runs is off. Left out where nobody is asked. */
  saidOff?(): void;
}

/** The timers that run or are paused. Reads signals. */
export function toTimerStates(timers: readonly HostTimer[], nowMs: () => number): TimerState[] {
  return timers.flatMap((host) => {
    const shown = host.shown();
    const state = shown?.timer.state.value;
    if (shown === null || (state !== 'running' && state !== 'paused')) return [];
    const { timer, name, address, written } = shown;
    const leftS = timer.remainingS.value;
    const runs = state === 'running';
    // Rounded to the second, so that a tick alone is no change.
    const endsAtMs = runs && leftS !== null ? Math.round(nowMs() / 1000 + leftS) * 1000 : null;
    return [{ id: host.id, name, address, state, endsAtMs, leftS: runs ? null : leftS, ...(written === undefined ? {} : { written }) }];
  });
}

/**
 * Ends each that runs, at once; their records follow. Resolves with whether every device among them was told, and never waits for a record.
 */
export async function stopTimers(timers: readonly HostTimer[]): Promise<boolean> {
  const running = new Set(toTimerStates(timers, () => 0).map(({ id }) => id));
  const told = timers
    .filter(({ id }) => running.has(id))
    .map((timer) => {
      const stopped = timer.stop().then(
        () => true,
        (error: unknown) => {
          console.error(timer.id, error);
          return false;
        },
      );
      return DEVICE_TIMERS.has(timer.id) ? stopped : true;
    });
  return !(await Promise.all(told)).includes(false);
}
