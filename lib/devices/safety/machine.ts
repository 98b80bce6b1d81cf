/**
 * What may happen to a device. This table is all of it, short enough to read in one sitting. An event that the table does not list for a
 * state is refused and changes nothing.
 *
 * Only a click leads to `armed`. Only `armed`, a click on resume, or a link that came back while the device still runs leads to `running`.
 * Every state in which something moves has a `stop`. In `unknown` nobody can know what the device does; in `unstopped` it can be reached, and
 * refused the stop or still reports movement; in `silent` it took the stop, and does not say whether it rests. In `released` somebody else
 * controls it, and nothing is sent but a stop.
 */
export type SafetyState =
  | 'blocked'
  | 'cleared'
  | 'armed'
  | 'running'
  | 'paused'
  | 'stopping'
  | 'unstopped'
  | 'silent'
  | 'released'
  | 'ended'
  | 'unknown';

export type SafetyEvent =
  /** Something blocks the start: screening, one-tap question, limits, or a warning that was not acknowledged. */
  | 'block'
  | 'clear'
  /** The user clicked start in this browser. */
  | 'click'
  /** The device accepted the start. */
  | 'started'
  | 'pause'
  /** The user clicked resume. */
  | 'resume'
  /** By the user, by the clock, or after a fault. */
  | 'stop'
  /** The device took the stop, and reports rest, or does not report what it does. */
  | 'rests'
  /** The device refused the stop, still reports movement after its time, or moves again before its time is over. */
  | 'moves'
  /** It took the stop, and has not said within its time whether it rests, though it can. */
  | 'silent'
  /** Somebody at the device, or another host, took control. */
  | 'taken'
  /** The stop could not be sent. */
  | 'untold'
  | 'link-lost'
  /** The link came back soon enough, and the device reports that it still runs, or the user clicked. */
  | 'restore'
  /** The same for a paused session, or the device rests: it goes on with a click. */
  | 'hold'
  /** The time of the device's own timer is over as well: it has ended, however the link is. */
  | 'ran-out'
  /** Its link was given up. What the device does is no longer this session's to say: a mark stays until somebody knows. */
  | 'retire';

const TABLE: Readonly<Record<SafetyState, Readonly<Partial<Record<SafetyEvent, SafetyState>>>>> = {
  blocked: { clear: 'cleared' },
  cleared: { block: 'blocked', click: 'armed' },
  armed: { started: 'running', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  running: { pause: 'paused', stop: 'stopping', taken: 'released', 'link-lost': 'unknown', retire: 'ended' },
  paused: { resume: 'running', stop: 'stopping', taken: 'released', 'link-lost': 'unknown', retire: 'ended' },
  stopping: { rests: 'ended', moves: 'unstopped', silent: 'silent', untold: 'unknown', 'link-lost': 'unknown', retire: 'ended' },
  unstopped: { rests: 'ended', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  released: { rests: 'ended', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  silent: { rests: 'ended', moves: 'unstopped', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  unknown: { taken: 'released', restore: 'running', hold: 'paused', stop: 'stopping', 'ran-out': 'ended', retire: 'ended' },
  ended: { moves: 'unstopped' },
};

/** The state after an event; null when the event is refused. */
export function next(state: SafetyState, event: SafetyEvent): SafetyState | null {
  return TABLE[state][event] ?? null;
}

/** Whether anything that moves, squeezes or heats may be sent. A stop is always allowed. */
export function mayMove(state: SafetyState): boolean {
  return state === 'armed' || state === 'running';
}

/** Whether a session is under way, or has ended but the device may still be running. */
export function isLive(state: SafetyState): boolean {
  return state !== 'blocked' && state !== 'cleared' && state !== 'ended';
}
