import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../../lib/readiness/baseline';
import { listContributors } from '../../../lib/readiness/contributors';
import type { Evidence } from '../../../lib/readiness/evidence';
import type { FeltItem } from '../../../lib/readiness/felt';
import type { Contributor, DayCheck, DayCheckIn } from '../../../lib/readiness/types';
import { makeEvidence } from './make-evidence';
import { morning, TODAY } from './mornings';

/** Shares and fixed weights are those of docs/readiness.md: 2.5 SDs from usual are the full share. */

const band = (low: number, high: number) => ({ mean: (low + high) / 2, low, high });
const BASELINE: Baseline = {
  days: 60,
  last13: 13,
  last6: 6,
  provisional: false,
  lnRmssd: { mean: 4, sd: 0.2, day: band(3.8, 4.2), trend: band(3.9, 4.1) },
  hr: { mean: 52, sd: 2, band: band(50, 54) },
  week: [],
  weekHr: [],
  together: 0.5,
  bridged: null,
  doubtSd: 0,
};
const CHECK = morning(0, 3.9, 55);
const list = (
  evidence: Partial<Evidence>,
  { today = CHECK as DayCheck | null, checkIn = undefined as DayCheckIn | undefined, baseline = BASELINE } = {},
): Contributor[] => listContributors(makeEvidence(evidence), today, checkIn, baseline);
const weights = (evidence: Partial<Evidence>) => list(evidence).map(({ name, weight }) => [name, Number(weight.toFixed(9))]);

const hrv = (z: number, position: 'below' | 'within' | 'above' = 'within') => ({ z, position });
const trend = (z: number, position: 'below' | 'within' | 'above') => ({ z, position, mean7: 3.95, lowWithoutToday: false });
const answer = (item: FeltItem, z: number, usual: number | null = null) => ({ felt: { z, known: 0, answers: [{ item, z, usual }] } });
const muscles = (changes: Partial<Evidence['muscles']>) => ({
  muscles: { daysSince: null, worst: null, bar: null, says: 'nothing' as const, ...changes },
});

describe('the weight of a contributor', () => {
  it.each([
    ['hrv', 0.8, (z: number) => ({ hrv: hrv(z), trend: trend(0, 'within') })],
    ['resting-hr', 0.5, (z: number) => ({ hr: { z, position: 'within' as const } })],
    ['sleep', 0.5, (z: number) => answer('sleep', z)],
    ['soreness', 0.6, (z: number) => answer('soreness', z)],
    ['energy', 0.5, (z: number) => answer('energy', z)],
    ['mood', 0.4, (z: number) => answer('mood', z)],
    ['stress', 0.4, (z: number) => answer('stress', z)],
    ['load', 0.3, (z: number) => ({ load: { z, ctl: 50, atl: 60 } })],
  ] as const)('%s: a share of %d at 2.5 SDs and beyond, in proportion below', (name, share, evidence) => {
    for (const [z, weight] of [
      [2.5, share],
      [9, share],
      [1.25, share / 2],
      [-1.25, -share / 2],
      [-2.5, -share],
      [-9, -share],
    ] as const) {
      expect(weights(evidence(z))[0]).toEqual([name, weight]);
    }
  });

  it('hrv-trend: a share of 0.7 where the trend is low, the half-width of its range counting as one SD of a day', () => {
    const of = (z: number, position: 'below' | 'within' | 'above') =>
      list({ hrv: hrv(0), trend: trend(z, position) }).find(({ name }) => name === 'hrv-trend')?.weight;
    expect(of(-2.5, 'below')).toBeCloseTo(-0.7, 9);
    expect(of(-1.25, 'below')).toBeCloseTo(-0.35, 9);
    expect([of(-1, 'within'), of(1, 'above')]).toEqual([0, 0]);
  });

  it('unusually high HRV counts a little against the day, however high', () => {
    expect(weights({ hrv: hrv(9, 'above'), trend: trend(0, 'within') })[0]).toEqual(['hrv', -0.2]);
  });

  it.each([
    [2.5, 'up'],
    [-2.5, 'down'],
    // A tenth is the least that has a direction: a third of 2.5 SDs of the load's share of 0.3.
    [2.5 / 3 + 0.001, 'up'],
    [2.5 / 3 - 0.001, 'neutral'],
    [-2.5 / 3 - 0.001, 'down'],
    [-2.5 / 3 + 0.001, 'neutral'],
  ])('at %d SD of load it points %s', (z, direction) => {
    expect(list({ load: { z, ctl: 50, atl: 60 } })[0]?.direction).toBe(direction);
  });

  it('of exactly a tenth is a direction', () => {
    expect(list({ ...answer('energy', 0.5) })[0]).toMatchObject({ weight: 0.1, direction: 'up' });
  });
});

describe('illness, injury and muscles', () => {
  it('illness and injury weigh all there is, with the cause that comes first', () => {
    const health = { ill: ['fever'], injured: ['dvt', 'pain'], unread: false, mostConfidence: 'high' } as const;
    expect(list({ health })).toEqual([
      { name: 'illness', direction: 'down', weight: -1, says: { code: 'fever' } },
      { name: 'injury', direction: 'down', weight: -1, says: { code: 'dvt' } },
    ]);
  });

  it.each(['very-sore', 'sore-after-strength'] as const)('a sore region that limits the day (%s) weighs 0.9', (says) => {
    const worst = { region: 'quads', level: 4 } as const;
    expect(list(muscles({ says, worst, daysSince: 2 }))).toEqual([
      { name: 'soreness', direction: 'down', weight: -0.9, says: { code: 'sore-region', region: 'quads', level: 4, daysSince: 2 } },
    ]);
    expect(list(muscles({ says, worst: { region: null, level: 5 } }))).toEqual([]);
    expect(list(muscles({ says }))).toEqual([]);
  });

  it('a sore region that does not is not named', () => {
    expect(list(muscles({ says: 'somewhat-sore', worst: { region: 'quads', level: 3 }, daysSince: 2 }))).toEqual([]);
  });

  it.each([
    ['slower', -0.9, 'down'],
    ['usual', 0.2, 'up'],
    ['faster', 0.3, 'up'],
  ] as const)('a bar that moved %s weighs %d, after strength work', (bar, weight, direction) => {
    expect(list(muscles({ bar, daysSince: 1 }))).toEqual([
      { name: 'soreness', direction, weight, says: { code: 'bar', moved: bar, daysSince: 1 } },
    ]);
    expect(list(muscles({ bar }))).toEqual([]);
  });

  it('strength work alone says nothing', () => {
    expect(list(muscles({ daysSince: 1 }))).toEqual([]);
  });

  it('a hard workout since the check weighs 0.9, and is said instead of the load before', () => {
    const load = { z: 1, ctl: 50, atl: 40 };
    expect(list({ load, since: { score: 120, hard: true } })).toEqual([
      { name: 'load', direction: 'down', weight: -0.9, says: { code: 'done-since', score: 120 } },
    ]);
    expect(list({ load, since: { score: 20, hard: false } })[0]?.says).toEqual({ code: 'load', ctl: 50, atl: 40 });
  });
});

describe('what a contributor says', () => {
  it('HRV and trend: ms against the ranges of day and trend', () => {
    const [day, week] = list({ hrv: hrv(-1, 'below'), trend: trend(-0.1, 'within') });
    expect(day?.says).toEqual({
      code: 'hrv',
      rmssdMs: Math.exp(3.9),
      lowMs: Math.exp(3.8),
      highMs: Math.exp(4.2),
      position: 'below',
    });
    expect(week?.says).toEqual({
      code: 'hrv-trend',
      meanMs: Math.exp(3.95),
      lowMs: Math.exp(3.9),
      highMs: Math.exp(4.1),
      position: 'within',
    });
  });

  it('the heart rate against its range', () => {
    expect(list({ hr: { z: -1.5, position: 'above' } })).toMatchObject([
      { name: 'resting-hr', direction: 'down', says: { code: 'resting-hr', bpm: 55, lowBpm: 50, highBpm: 54, position: 'above' } },
    ]);
  });

  it.each([
    ['HRV without a check', { hrv: hrv(0), trend: trend(0, 'within') }, { today: null }],
    ['HRV without a range', { hrv: hrv(0), trend: trend(0, 'within') }, { baseline: { ...BASELINE, lnRmssd: null } }],
    ['a heart rate without a check', { hr: { z: 0, position: 'within' as const } }, { today: null }],
    ['a heart rate that was not measured', { hr: { z: 0, position: 'within' as const } }, { today: morning(0, 4, null) }],
    ['a heart rate without a range', { hr: { z: 0, position: 'within' as const } }, { baseline: { ...BASELINE, hr: null } }],
  ])('nothing of %s', (_, evidence, known) => {
    expect(list(evidence, known)).toEqual([]);
  });

  it('sleep: hours and quality, and what is usual', () => {
    const says = (checkIn: Partial<DayCheckIn>) => list(answer('sleep', -1, 7.5), { checkIn: { day: TODAY, ...checkIn } })[0]?.says;
    expect(says({ sleepHours: 6, sleepQuality: 2 })).toEqual({ code: 'sleep', hours: 6, quality: 2, usual: 7.5 });
    expect(says({})).toEqual({ code: 'sleep', hours: null, quality: null, usual: 7.5 });
  });

  it.each([
    ['energy', { energy: 2 }, 2],
    ['mood', { mood: 4 }, 4],
    ['stress', { stress: 5 }, 5],
    ['soreness', { soreness: 2 }, 2],
    // The sorest region counts, and not the whole.
    ['soreness', { soreness: 2, sore: [{ region: 'quads', level: 4 }] }, 4],
  ] as const)('%s: the score that was given', (item, checkIn, score) => {
    expect(list(answer(item, -1, 3.2), { checkIn: { day: TODAY, ...checkIn } })[0]?.says).toEqual({ code: 'score', score, usual: 3.2 });
  });
});

describe('the list', () => {
  it('has the strongest first, up or down', () => {
    expect(weights({ ...answer('energy', 1), load: { z: -2.5, ctl: 1, atl: 1 }, hr: { z: 2.5, position: 'below' } })).toEqual([
      ['resting-hr', 0.5],
      ['load', -0.3],
      ['energy', 0.2],
    ]);
  });

  it('has of equals the state of health, what was measured, answers and load in this order', () => {
    const felt = { z: 0, known: 0, answers: [{ item: 'sleep' as const, z: 0, usual: null }] };
    const names = list({ hrv: hrv(0), trend: trend(0, 'within'), hr: { z: 0, position: 'within' }, felt, load: { z: 0, ctl: 1, atl: 1 } });
    expect(names.map(({ name }) => name)).toEqual(['hrv', 'hrv-trend', 'resting-hr', 'sleep', 'load']);
  });

  it('names soreness once, by what says more', () => {
    const sore = { ...answer('soreness', -2.5), ...muscles({ bar: 'faster', daysSince: 1 }) };
    expect(weights(sore)).toEqual([['soreness', -0.6]]);
    expect(weights({ ...sore, ...muscles({ bar: 'slower', daysSince: 1 }) })).toEqual([['soreness', -0.9]]);
  });
});
