import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import type { DayHealth, SessionAdvice } from '../../../lib/readiness';
import { type ConflictInput, findConflicts } from '../../../lib/today/conflicts';
import { anItem } from '../../support/plans';

const DAY = '2026-05-04';
const HOUR = 3_600_000;
const NOW = Date.parse(`${DAY}T08:00:00Z`);
const TONIGHT = Date.parse(`${DAY}T18:00:00Z`);
const on = (ahead: number) => addDays(DAY, ahead);

const WELL: DayHealth = { ill: [], injured: [], unread: false, mostConfidence: 'high' };
const ILL: DayHealth = { ...WELL, ill: ['ill'] };
const INJURED: DayHealth = { ...WELL, injured: ['injured'] };

type Session = ConflictInput['planned'][number];
const session = (changes: Partial<Session> = {}): Session => ({
  day: DAY,
  sport: 'run',
  atMs: TONIGHT,
  minutes: 90,
  intensity: 'hard',
  ...changes,
});
const later = (ahead: number, changes: Partial<Session> = {}) => session({ day: on(ahead), atMs: TONIGHT + ahead * 24 * HOUR, ...changes });
const advised = (advice: SessionAdvice['advice'], easier: SessionAdvice['easier'] = null): SessionAdvice => ({
  session: session(),
  advice,
  easier,
});
const event = (kind: 'race' | 'hard', changes: Partial<ConflictInput['events'][number]> = {}): ConflictInput['events'][number] => ({
  kind: kind === 'race' ? 'race' : 'hard-session',
  day: DAY,
  atMs: TONIGHT,
  ...changes,
});
const restOn = (...ahead: number[]) => ({ items: ahead.map((days) => anItem({ modality: 'rest-day', day: on(days) })) });

const find = (changes: Partial<ConflictInput> = {}) =>
  findConflicts({
    day: DAY,
    nowMs: NOW,
    readiness: { verdict: 'normal' },
    health: WELL,
    sessions: [],
    planned: [],
    events: [],
    plan: { items: [] },
    ...changes,
  });

const EASIER = { intensity: 'easy', minutes: 65 } as const;

describe('a session of today', () => {
  it('as planned is no conflict', () => {
    expect(find({ sessions: [advised('as-planned')] })).toEqual([]);
  });

  it('that is to be easier can be made so, moved to the next free day, dropped, or kept', () => {
    expect(find({ sessions: [advised('easier', EASIER)] })).toEqual([
      { kind: 'session', why: 'verdict', session: session(), easier: EASIER, moveTo: on(1), offers: ['easy', 'move', 'drop', 'keep'] },
    ]);
  });

  it('that is to be moved is not offered in an easier form, although there is one', () => {
    expect(find({ sessions: [advised('move', EASIER)] })).toMatchObject([{ easier: null, offers: ['move', 'drop', 'keep'] }]);
  });

  it.each([
    ['while ill', ILL, 'ill'],
    ['while injured', INJURED, 'injured'],
    ['while both', { ...ILL, injured: ['injured'] } as DayHealth, 'ill'],
    ['while well', WELL, 'verdict'],
  ] as const)('says why, %s: %s', (_, health, why) => {
    expect(find({ sessions: [advised('move')], health })).toMatchObject([{ why }]);
  });
});

describe('the day that it can be moved to', () => {
  const moveTo = (changes: Partial<ConflictInput>) => find({ sessions: [advised('move')], ...changes })[0]?.moveTo;

  it('has no session, no event, and is no rest day of the plan', () => {
    expect(moveTo({ planned: [later(1, { intensity: 'easy', minutes: 30 })] })).toBe(on(2));
    expect(moveTo({ events: [event('race', { day: on(1), atMs: TONIGHT + 24 * HOUR })] })).toBe(on(2));
    expect(moveTo({ plan: restOn(1, 2) })).toBe(on(3));
    // Items of other modalities keep no day.
    expect(moveTo({ plan: { items: [anItem({ modality: 'sauna', day: on(1) })] } })).toBe(on(1));
  });

  it('is not the next day while ill', () => {
    expect(moveTo({ health: ILL })).toBe(on(2));
    expect(moveTo({ health: INJURED })).toBe(on(1));
  });

  it('lies within the seven days whose sessions are known', () => {
    const full = [1, 2, 3, 4, 5, 6].map((ahead) => later(ahead, { intensity: 'easy', minutes: 30 }));
    expect(moveTo({ planned: full })).toBe(on(7));
    expect(find({ sessions: [advised('move')], planned: [...full, later(7)] })[0]).toMatchObject({
      moveTo: null,
      offers: ['drop', 'keep'],
    });
    // While ill the eighth day would be free, and what is on it is not known.
    expect(moveTo({ planned: [...full, later(7)], health: ILL })).toBeNull();
  });
});

describe('a session on a rest day of the plan', () => {
  it('that is ahead can be made easy and no longer than an hour, or moved past that day', () => {
    expect(find({ planned: [later(2)], plan: restOn(2) })).toEqual([
      {
        kind: 'session',
        why: 'rest-day',
        session: later(2),
        easier: { intensity: 'easy', minutes: 60 },
        moveTo: on(3),
        offers: ['easy', 'move', 'drop', 'keep'],
      },
    ]);
    expect(find({ planned: [later(2, { minutes: 45 })], plan: restOn(2) })).toMatchObject([{ easier: { minutes: 45 } }]);
  });

  it.each([
    ['easy', 60, 0],
    ['easy', 61, 1],
    ['moderate', 30, 1],
  ] as const)('%s, %d min: %d conflicts', (intensity, minutes, count) => {
    expect(find({ planned: [later(2, { intensity, minutes })], plan: restOn(2) })).toHaveLength(count);
  });

  it('is a matter of the verdict on the day itself', () => {
    expect(find({ planned: [session()], plan: restOn(0) })).toEqual([]);
  });

  it('on another day is no conflict', () => {
    expect(find({ planned: [later(1)], plan: restOn(2) })).toEqual([]);
  });
});

describe('an event of today', () => {
  const why = (kind: 'race' | 'hard', verdict: 'push' | 'normal' | 'easy' | 'rest', health = WELL) =>
    find({ events: [event(kind)], readiness: { verdict }, health }).map((one) => one.why);

  it.each([
    ['hard', 'push', []],
    ['hard', 'normal', []],
    ['hard', 'easy', ['verdict']],
    ['hard', 'rest', ['verdict']],
    ['race', 'easy', []],
    ['race', 'rest', []],
  ] as const)('%s, on a day of %s: %j', (kind, verdict, found) => {
    expect(why(kind, verdict)).toEqual(found);
  });

  it('conflicts with illness and injury, a race too', () => {
    expect([why('race', 'normal', ILL), why('race', 'normal', INJURED), why('hard', 'push', ILL)]).toEqual([['ill'], ['injured'], ['ill']]);
  });

  it('can be made easy only when well and the verdict is easy; it has no length', () => {
    const offers = (verdict: 'easy' | 'rest', health = WELL) => find({ events: [event('hard')], readiness: { verdict }, health });
    expect(offers('easy')).toMatchObject([{ kind: 'event', event: event('hard'), easier: null, offers: ['easy', 'move', 'drop', 'keep'] }]);
    expect(offers('rest')).toMatchObject([{ offers: ['move', 'drop', 'keep'] }]);
    expect(offers('easy', INJURED)).toMatchObject([{ offers: ['move', 'drop', 'keep'] }]);
  });

  it('is moved to the next free day, a race never', () => {
    expect(find({ events: [event('hard')], health: INJURED })).toMatchObject([{ moveTo: on(1) }]);
    expect(find({ events: [event('race')], health: INJURED })).toMatchObject([{ moveTo: null, offers: ['drop', 'keep'] }]);
  });

  it.each([
    ['that begins now', { atMs: NOW }, 1],
    ['that has begun', { atMs: NOW - 1 }, 0],
    ['of tomorrow', { day: on(1), atMs: NOW + 24 * HOUR }, 0],
  ])('%s: %s', (_, changes, count) => {
    expect(find({ events: [event('hard', changes)], health: ILL })).toHaveLength(count);
  });
});

describe('a session and an event at one time', () => {
  it.each([
    [3 * HOUR, 1],
    [-3 * HOUR, 1],
    [3 * HOUR + 1, 2],
    [-3 * HOUR - 1, 2],
  ])('are one within three hours: %d ms apart, %d conflicts', (apart, count) => {
    const events = [event('hard', { atMs: TONIGHT + apart })];
    const found = find({ sessions: [advised('move')], events, readiness: { verdict: 'rest' } });
    expect(found).toHaveLength(count);
    expect(found.some(({ kind }) => kind === 'event')).toBe(true);
  });
});

it('the earliest comes first', () => {
  const early = event('hard', { atMs: TONIGHT - 6 * HOUR });
  const found = find({
    sessions: [advised('move')],
    planned: [later(2), later(1)],
    plan: restOn(1, 2),
    events: [early],
    readiness: { verdict: 'rest' },
  });
  expect(found.map((one) => (one.kind === 'event' ? one.event.atMs : one.session.atMs))).toEqual([
    early.atMs,
    TONIGHT,
    TONIGHT + 24 * HOUR,
    TONIGHT + 48 * HOUR,
  ]);
});
