import type { SafetyState } from '../safety/machine';
import type { Doing, WithoutLink } from './view';

/** The state of a session as one code of what is happening. `there`: every level is where the step wants it. */
export function describeRunning(state: SafetyState, resting: boolean, there: boolean, connected: boolean, asks = false): Doing {
  switch (state) {
    case 'blocked':
    case 'cleared':
      return 'waiting';
    case 'armed':
      return 'starting';
    case 'running':
      return resting ? 'resting' : there ? 'holding' : 'ramping';
    case 'released':
      return 'in-other-hands';
    case 'unstopped':
      return 'not-stopped';
    case 'unknown':
      if (asks) return 'asking';
      return connected ? 'not-known' : 'link-lost';
    default:
      return state;
  }
}

/** What the device does without a link: by the timer that was set, otherwise by what is known about its kind. */
export function describeLostLink(timerUntilMs: number | null, endsByItself: boolean): WithoutLink {
  if (timerUntilMs !== null) return { code: 'ends-by-its-timer', untilMs: timerUntilMs };
  return { code: endsByItself ? 'ends-by-itself' : 'runs-on' };
}
