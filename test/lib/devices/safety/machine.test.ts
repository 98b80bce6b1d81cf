import { describe, expect, it } from 'vitest';
import { isLive, mayMove, next, type SafetyEvent, type SafetyState } from '../../../../lib/devices/safety/machine';

const EVENTS: readonly SafetyEvent[] = [
  ...([
    'block',
    'clear',
    'click',
    'started',
    'pause',
    'resume',
    'stop',
    'rests',
    'moves',
    'silent',
    'taken',
    'untold',
    'link-lost',
    'restore',
    'hold',
    'ran-out',
    'retire',
  ] as const),
];
const STATES: readonly SafetyState[] = [
  'blocked',
  'cleared',
  'armed',
  'running',
  'paused',
  'stopping',
  'unstopped',
  'silent',
  'released',
  'ended',
  'unknown',
];

/** Every state that can be reached from one, by these events. */
function reach(from: SafetyState, events: readonly SafetyEvent[]): ReadonlySet<SafetyState> {
  const found = new Set([from]);
  for (const state of found) for (const event of events) found.add(next(state, event) ?? state);
  return found;
}

/** Every event that leads on, by state; every other one is refused. */
const LEADS: Readonly<Record<SafetyState, Readonly<Partial<Record<SafetyEvent, SafetyState>>>>> = {
  blocked: { clear: 'cleared' },
  cleared: { block: 'blocked', click: 'armed' },
  // A device may not have taken the start when it is to stop, or when it is gone.
  armed: { started: 'running', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  running: { pause: 'paused', stop: 'stopping', taken: 'released', 'link-lost': 'unknown', retire: 'ended' },
  paused: { resume: 'running', stop: 'stopping', taken: 'released', 'link-lost': 'unknown', retire: 'ended' },
  // It is believed when it rests; a device that refuses, or moves on, can be stopped again.
  stopping: { rests: 'ended', moves: 'unstopped', silent: 'silent', untold: 'unknown', 'link-lost': 'unknown', retire: 'ended' },
  unstopped: { rests: 'ended', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  // Somebody else controls it: it ends when it rests.
  released: { rests: 'ended', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  // Silence after a stop is not rest: it says what it does, or is told again.
  silent: { rests: 'ended', moves: 'unstopped', stop: 'stopping', 'link-lost': 'unknown', retire: 'ended' },
  // A link that came back, running or paused; a stop after all; or the device's own timer is over.
  unknown: { taken: 'released', restore: 'running', hold: 'paused', stop: 'stopping', 'ran-out': 'ended', retire: 'ended' },
  // It had reported rest, and moves again before its time is over.
  ended: { moves: 'unstopped' },
};

describe('the safety of things that move', () => {
  it.each(STATES)('from %s only what is said leads on', (state) => {
    for (const event of EVENTS) expect(next(state, event), event).toBe(LEADS[state][event] ?? null);
  });

  it('something may be sent while armed or running, and is live from the click to the end', () => {
    expect(STATES.filter(mayMove)).toEqual(['armed', 'running']);
    expect(STATES.filter(isLive)).toEqual(['armed', 'running', 'paused', 'stopping', 'unstopped', 'silent', 'released', 'unknown']);
  });

  it('nothing moves without a click, whatever else happens', () => {
    const moving = [
      ...reach(
        'blocked',
        EVENTS.filter((event) => event !== 'click'),
      ),
    ].filter(mayMove);
    expect(moving).toEqual([]);
  });

  it('blocks must be cleared before a click counts', () => {
    expect(next('blocked', 'click')).toBeNull();
    expect([
      ...reach(
        'blocked',
        EVENTS.filter((event) => event !== 'clear'),
      ),
    ]).toEqual(['blocked']);
  });

  it('while paused nothing may be sent, and only a click, a stop, or a link or control lost or given up changes the state', () => {
    expect(mayMove('paused')).toBe(false);
    expect(EVENTS.filter((event) => next('paused', event) !== null)).toEqual(['resume', 'stop', 'taken', 'link-lost', 'retire']);
  });

  it.each(STATES.filter(isLive))('from %s a stop leads to the end once the device rests', (state) => {
    const stopping = state === 'stopping' ? state : next(state, 'stop');
    expect(stopping).toBe('stopping');
    expect(next('stopping', 'rests')).toBe('ended');
  });

  it('a stop that could not be sent, was refused or did not bring rest is not the end', () => {
    expect(next('stopping', 'moves')).toBe('unstopped');
    expect(next('stopping', 'untold')).toBe('unknown');
    expect(next('stopping', 'link-lost')).toBe('unknown');
  });

  it('after the end nothing happens any more, unless the device moves again', () => {
    expect(EVENTS.filter((event) => next('ended', event) !== null)).toEqual(['moves']);
    const linked = EVENTS.filter((event) => event !== 'link-lost' && event !== 'untold');
    expect([...reach('ended', linked)].filter(mayMove)).toEqual([]);
  });

  it('stopping returns to running only after a lost link', () => {
    const without = EVENTS.filter((event) => event !== 'link-lost' && event !== 'untold');
    expect([...reach('stopping', without)].filter(mayMove)).toEqual([]);
  });
});
