import * as v from 'valibot';
import type { GuidedTimer } from '../guided/guided-timer';
import { snapshot } from './snapshot';

/** Timers that run in the app tab without a device: the guided timer, and breathing. Every surface shows and stops them, as it does devices. */

/** They stand in commands where a device has its id, which never looks like this. */
export const TIMER_IDS = ['timer:guided', 'timer:breathing'] as const;

const timerState = v.object({
  id: v.picklist(TIMER_IDS),
  /** What runs, in the user's language. */
  name: v.string(),
  /** The fragment of its screen in the app. */
  address: v.string(),
  state: v.picklist(['running', 'paused']),
  /** While it runs, epoch ms; null while it is paused. */
  endsAtMs: v.nullable(v.number()),
  /** While it is paused; null while it runs, because otherwise every tick would be a change. */
  leftS: v.nullable(v.number()),
});
export type TimerState = v.InferOutput<typeof timerState>;

export const timerStates = snapshot('timers', v.array(timerState));

export interface HostTimer {
  readonly id: TimerState['id'];
  /** What was started last and was not dismissed, running or ended; null for none. Reads signals. */
  shown(): { readonly timer: Pick<GuidedTimer, 'state' | 'remainingS'>; readonly name: string; readonly address: string } | null;
  /** Ends it at once. Resolves when its record is written. */
  stop(): Promise<void>;
}

/** The timers that run or are paused. Reads signals. */
export function toTimerStates(timers: readonly HostTimer[], nowMs: () => number): TimerState[] {
  return timers.flatMap((host) => {
    const shown = host.shown();
    const state = shown?.timer.state.value;
    if (shown === null || (state !== 'running' && state !== 'paused')) return [];
    const { timer, name, address } = shown;
    const leftS = timer.remainingS.value;
    const runs = state === 'running';
    // Rounded to the second, so that a tick alone is no change.
    const endsAtMs = runs ? Math.round(nowMs() / 1000 + leftS) * 1000 : null;
    return [{ id: host.id, name, address, state, endsAtMs, leftS: runs ? null : leftS }];
  });
}

/** Ends each that runs, at once; their records follow. */
export function stopTimers(timers: readonly HostTimer[]): void {
  const running = new Set(toTimerStates(timers, () => 0).map(({ id }) => id));
  for (const timer of timers) {
    if (running.has(timer.id)) timer.stop().catch((error: unknown) => console.error(timer.id, error));
  }
}
