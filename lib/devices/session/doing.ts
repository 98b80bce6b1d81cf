import type { SafetyState } from '../safety/machine';
import { type Doing, findEndS, type WithoutLink } from './view';

interface NowRunning {
  readonly state: SafetyState;
  /** The step is a pause. */
  readonly resting: boolean;
  /** Every level is where the step needs it. */
  readonly there: boolean;
  /** It is due to report what it does, and has not. */
  readonly unheard: boolean;
  readonly connected: boolean;
  /** Only a person can tell whether the device still runs. */
  readonly asks: boolean;
  /** A stop waits for the link. */
  readonly stopWaits: boolean;
  /** What it does without a link; null while there is one. */
  readonly withoutLink: WithoutLink | null;
}

/** The state of a session as one code of what is happening. */
export function describeRunning({ state, resting, there, unheard, connected, asks, stopWaits, withoutLink }: NowRunning): Doing {
  switch (state) {
    case 'blocked':
    case 'cleared':
      return 'waiting';
    case 'armed':
      return 'starting';
    case 'running':
      if (unheard) return 'unheard';
      return resting ? 'resting' : there ? 'holding' : 'ramping';
    case 'released':
      return 'in-other-hands';
    case 'unstopped':
      return 'not-stopped';
    case 'silent':
      return 'rest-not-reported';
    case 'unknown':
      if (asks) return 'asking';
      if (stopWaits) return 'stop-waits';
      if (connected) return 'not-known';
      return findEndS(withoutLink) === null ? 'link-lost' : 'lost-and-ends';
    default:
      return state;
  }
}

/** What is known of a device when its link is lost. Times in epoch ms. */
export interface LostDevice {
  /** When its own timer ends it, as it was set; null for none. */
  readonly timerUntilMs: number | null;
  /** When its watchdog ends it at the latest; null for none. */
  readonly watchdogUntilMs: number | null;
  readonly endsByItself: boolean;
  readonly nowMs: number;
}

/** What the device does without a link, and when: by its watchdog or its timer, whichever comes first; otherwise what is known of its kind. */
export function describeLostLink({ timerUntilMs, watchdogUntilMs, endsByItself, nowMs }: LostDevice): WithoutLink {
  const leftS = (untilMs: number) => Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
  if (watchdogUntilMs !== null && watchdogUntilMs <= (timerUntilMs ?? Number.POSITIVE_INFINITY))
    return { code: 'ends-by-its-watchdog', leftS: leftS(watchdogUntilMs) };
  if (timerUntilMs !== null) return { code: 'ends-by-its-timer', untilMs: timerUntilMs, leftS: leftS(timerUntilMs) };
  return { code: endsByItself ? 'ends-by-itself' : 'runs-on' };
}
