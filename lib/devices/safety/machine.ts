/**
 * What may happen to a device, readable in one sitting: the whole of it is this table. A state and an event that are not in it: the event
 * is refused and nothing changes.
 *
 * Nothing leads to `armed` but a click, to `running` but `armed`, a click on resume, or a link that came back to a session which was
 * running. From everywhere something moves, `stop` leads on. `unknown` is said when nobody can know what the device does.
 */
export type SafetyState = 'blocked' | 'cleared' | 'armed' | 'running' | 'paused' | 'stopping' | 'ended' | 'unknown';

export type SafetyEvent =
  /** Something stands in the way: screening, one-tap question, limits, a warning that was not acknowledged. */
  | 'block'
  | 'clear'
  /** A click of the user in this browser, to start. */
  | 'click'
  /** The device took the start. */
  | 'started'
  | 'pause'
  /** A click of the user, to go on. */
  | 'resume'
  /** By the user, by the clock, or after a fault. */
  | 'stop'
  /** The device took the stop. */
  | 'told'
  /** The stop could not be told. */
  | 'untold'
  | 'link-lost'
  /** The link is back soon enough, and the session was running (or paused) with time left. */
  | 'restore'
  | 'hold'
  /** The time of the device's own timer is over as well: it has ended, however the link is. */
  | 'ran-out'
  /** Its link was given up. What the device does is no longer this session's to say: a mark stays until somebody knows. */
  | 'retire';

const TABLE: Readonly<Record<SafetyState, Readonly<Partial<Record<SafetyEvent, SafetyState>>>>> = {
  blocked: { clear: 'cleared' },
  cleared: { block: 'blocked', click: 'armed' },
  armed: { started: 'running', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  running: { pause: 'paused', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  paused: { resume: 'running', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  stopping: { told: 'ended', untold: 'unknown', 'link-lost': 'unknown', retire: 'ended' },
  unknown: { restore: 'running', hold: 'paused', stop: 'stopping', 'ran-out': 'ended', retire: 'ended' },
  ended: {},
};

/** The state after an event; null when the event is refused. */
export function next(state: SafetyState, event: SafetyEvent): SafetyState | null {
  return TABLE[state][event] ?? null;
}

/** Whether anything that moves, squeezes or heats may be sent. A stop may always. */
export function mayMove(state: SafetyState): boolean {
  return state === 'armed' || state === 'running';
}

/** Whether a session is under way, or was and the device may still be at it. */
export function isLive(state: SafetyState): boolean {
  return state !== 'blocked' && state !== 'cleared' && state !== 'ended';
}
