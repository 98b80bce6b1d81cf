import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { findMuscles } from '../../../lib/readiness/muscles';
import { doneSince } from '../../../lib/readiness/since-check';
import type { DayCheckIn } from '../../../lib/readiness/types';
import type { ScoredActivity } from '../../../lib/training';
import { TODAY } from './mornings';

const NOON = Date.parse(`${TODAY}T12:00:00Z`);
const activity = (changes: Partial<ScoredActivity> = {}): ScoredActivity => ({
  sport: 'run',
  startMs: NOON,
  day: TODAY,
  movingTimeS: 3600,
  avgHrBpm: null,
  rpe: null,
  kind: null,
  regions: [],
  score: 50,
  basis: 'effort',
  ...changes,
});
const lifted = (daysAgo: number, changes: Partial<ScoredActivity> = {}) =>
  activity({ sport: 'strength', day: addDays(TODAY, -daysAgo), ...changes });
const muscles = (said: Partial<DayCheckIn>, activities: readonly ScoredActivity[] = []) =>
  findMuscles({ day: TODAY, ...said }, activities, TODAY);

describe('what muscles say', () => {
  it.each([
    // [soreness, bar] after strength work, and without any.
    [5, null, 'very-sore', 'very-sore'],
    [5, 'slower', 'very-sore', 'very-sore'],
    [4, 'slower', 'bar-slower', 'nothing'],
    [1, 'slower', 'bar-slower', 'nothing'],
    [null, 'slower', 'bar-slower', 'nothing'],
    [4, 'faster', 'sore-after-strength', 'nothing'],
    [4, null, 'sore-after-strength', 'nothing'],
    [3, 'usual', 'somewhat-sore', 'nothing'],
    [2, 'usual', 'ready', 'nothing'],
    [1, 'faster', 'ready', 'nothing'],
    [2, null, 'nothing', 'nothing'],
    [null, 'faster', 'nothing', 'nothing'],
    [null, null, 'nothing', 'nothing'],
  ] as const)('soreness %s, bar %s: %s after strength work, %s without', (soreness, bar, after, without) => {
    expect(muscles({ soreness, bar }, [lifted(1)]).says).toBe(after);
    expect(muscles({ soreness, bar }).says).toBe(without);
  });

  it('strength work counts for three days, that of today not yet', () => {
    const days = (ago: number) => muscles({}, [lifted(ago)]).daysSince;
    expect([0, 1, 2, 3, 4].map(days)).toEqual([null, 1, 2, 3, null]);
    expect(muscles({}, [lifted(3), lifted(1)]).daysSince).toBe(1);
    expect(muscles({}, [lifted(2), lifted(1, { sport: 'run' })]).daysSince).toBe(2);
  });

  it('nothing is known without answers', () => {
    expect(findMuscles(undefined, [lifted(1)], TODAY)).toEqual({ daysSince: 1, worst: null, bar: null, says: 'nothing' });
  });
});

describe('the sorest', () => {
  const quads = { region: 'quads', level: 3 } as const;
  it.each([
    ['a region', { sore: [{ region: 'calves', level: 2 }, quads, { region: 'hips', level: 3 }] }, quads],
    ['a region as sore as the whole', { soreness: 3, sore: [quads] }, quads],
    ['the whole where it is worse', { soreness: 4, sore: [quads] }, { region: null, level: 4 }],
    ['a region that is worse than the whole', { soreness: 2, sore: [quads] }, quads],
    ['the whole where no region is named', { soreness: 1, sore: [] }, { region: null, level: 1 }],
    ['nothing', { soreness: null }, null],
  ] as const)('is %s', (_, said, worst) => {
    expect(muscles(said).worst).toEqual(worst);
  });
});

describe('what was done since the check', () => {
  const done = (activities: readonly ScoredActivity[], ctl: number | null = null, checkedAtMs: number | null = NOON) =>
    doneSince(activities, TODAY, checkedAtMs, ctl);

  it('is what began then or later on the day', () => {
    expect(done([activity(), activity({ startMs: NOON + 1, score: 7 })]).score).toBe(57);
    expect(done([activity({ startMs: NOON - 1 })]).score).toBe(0);
    expect(done([activity({ day: addDays(TODAY, -1) }), activity({ day: addDays(TODAY, 1) })]).score).toBe(0);
    expect(done([activity({ startMs: NOON - 9e6 })], null, null).score).toBe(50);
    expect(done([])).toEqual({ score: 0, hard: false });
  });

  it.each([
    ['20 min at 7', 7, 20, true],
    ['20 min at 6', 6, 20, false],
    ['a little less at 10', 10, 19.9, false],
    ['an effort that was not said', null, 90, false],
  ])('is hard by %s: %s', (_, rpe, minutes, hard) => {
    expect(done([activity({ rpe, movingTimeS: 60 * minutes, score: 10 })]).hard).toBe(hard);
  });

  it.each([
    // At least 60, and 1.25 times fitness.
    [60, null, true],
    [59.9, null, false],
    [60, 48, true],
    [60, 48.1, false],
    [100, 80, true],
    [99, 80, false],
  ])('a load of %d at a fitness of %s is hard: %s', (score, ctl, hard) => {
    expect(done([activity({ score })], ctl).hard).toBe(hard);
    // In two sessions as in one.
    expect(done([activity({ score: score / 2 }), activity({ score: score / 2 })], ctl).hard).toBe(hard);
  });
});
