import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import {
  type Activity,
  computeBudget,
  computeLoad,
  computeTrimp,
  endMs,
  findHeartRates,
  heartRateScore,
  heartRateTimesScore,
  type Profile,
  type ScoredActivity,
  scoreActivity,
  trimp,
} from '../../../lib/training';
import { loadsUntil } from '../../support/training';

/** Load: values computed by hand from the formulas of the sources (docs/readiness.md). */
const MAN = { restBpm: 50, maxBpm: 190, lthrBpm: 169, sex: 'male' } as const;
const NOBODY: Profile = { birthYear: null, sex: 'unstated', massKg: null, hrMaxBpm: null, hrRestBpm: null, lthrBpm: null };
const run: Activity = { sport: 'run', startMs: 0, movingTimeS: 3600, avgHrBpm: null, rpe: null, kind: null, regions: [] };
const TODAY = '2026-05-04';

function done(scores: readonly number[]): ScoredActivity[] {
  // The last one is yesterday's.
  return scores.flatMap((score, i) =>
    score === 0 ? [] : [{ ...run, day: addDays(TODAY, i - scores.length), startMs: i, score, basis: 'effort' as const }],
  );
}

describe('TRIMP', () => {
  it('follows Banister, by sex; the mean of both when sex is not given', () => {
    const [man, woman] = [60 * 0.5 * 0.64 * Math.exp(0.96), 60 * 0.5 * 0.86 * Math.exp(0.835)];
    expect(trimp(60, 120, MAN)).toBeCloseTo(man, 9);
    expect(trimp(60, 120, { ...MAN, sex: 'female' })).toBeCloseTo(woman, 9);
    expect(trimp(60, 120, { ...MAN, sex: 'unstated' })).toBeCloseTo((man + woman) / 2, 9);
  });

  it('is zero below rest, and at its maximum above the maximum heart rate', () => {
    expect([trimp(60, 40, MAN), trimp(60, 240, MAN)]).toEqual([0, trimp(60, 190, MAN)]);
  });
});

describe('the score', () => {
  it.each(['male', 'female', 'unstated'] as const)('is 100 for an hour at threshold (%s)', (sex) => {
    expect(heartRateScore(60, 169, { ...MAN, sex })).toBeCloseTo(100, 9);
    expect(scoreActivity({ ...run, avgHrBpm: 169, rpe: 2 }, { ...MAN, sex })).toEqual({
      score: expect.closeTo(100, 9),
      basis: 'heart-rate',
    });
  });

  it('without heart rate is effort × minutes ÷ 4.2, so that an hour of 7 is 100', () => {
    expect(scoreActivity({ ...run, rpe: 7 }, MAN)).toEqual({ score: expect.closeTo(100, 9), basis: 'effort' });
    expect(scoreActivity({ ...run, rpe: 7, avgHrBpm: 150 }, null).basis).toBe('effort');
    expect(scoreActivity(run, MAN).basis).toBe('minutes');
  });

  it('for strength work is effort × minutes, with or without heart rate', () => {
    expect(scoreActivity({ ...run, sport: 'strength', avgHrBpm: 120, rpe: 6, movingTimeS: 2700 }, MAN)).toEqual({
      score: expect.closeTo((45 * 6) / 4.2, 9),
      basis: 'effort',
    });
  });
});

describe('load from the time at each heart rate', () => {
  const times = fc.array(fc.record({ bpm: fc.integer({ min: 30, max: 220 }), s: fc.integer({ min: 1, max: 3600 }) }), { minLength: 1 });
  const total = (all: readonly { readonly s: number }[]) => all.reduce((sum, { s }) => sum + s, 0);

  it('adds up Banister’s formula', () => {
    // Ten minutes at 120 (half of the reserve), five at 190 (all of it).
    const byHand = 10 * 0.5 * 0.64 * Math.exp(1.92 * 0.5) + 5 * 1 * 0.64 * Math.exp(1.92);
    const split = [
      { bpm: 120, s: 600 },
      { bpm: 190, s: 300 },
    ];
    expect(computeTrimp(split, 900, MAN)).toBeCloseTo(byHand, 9);
    const anHour = 60 * 0.85 * 0.64 * Math.exp(1.92 * 0.85);
    expect(heartRateTimesScore(split, 900, MAN)).toBeCloseTo((100 * byHand) / anHour, 9);
  });

  it('at a single rate equals the mean’s; when spread, it is never less', () => {
    expect(computeTrimp([{ bpm: 150, s: 1800 }], 1800, MAN)).toBeCloseTo(trimp(30, 150, MAN), 9);
    fc.assert(
      fc.property(times, (all) => {
        // Below rest the weighting is 0, which keeps it convex.
        const mean = all.reduce((sum, { bpm, s }) => sum + bpm * s, 0) / total(all);
        const clamped = all.every(({ bpm }) => bpm <= MAN.maxBpm);
        return !clamped || (computeTrimp(all, total(all), MAN) ?? Number.NaN) >= trimp(total(all) / 60, mean, MAN) - 1e-6;
      }),
    );
  });

  it('is extended to the whole activity when at least half is covered', () => {
    const half = [{ bpm: 150, s: 900 }];
    expect(computeTrimp(half, 1800, MAN)).toBeCloseTo(trimp(30, 150, MAN), 9);
    expect([computeTrimp(half, 1801, MAN), computeTrimp([], 0, MAN)]).toEqual([null, null]);
  });

  it('is preferred to the mean where it covers enough, but never for strength work', () => {
    const spread = {
      ...run,
      avgHrBpm: 120,
      heartRateTimes: [
        { bpm: 60, s: 1800 },
        { bpm: 180, s: 1800 },
      ],
    };
    expect(scoreActivity(spread, MAN).score).toBeCloseTo(heartRateTimesScore(spread.heartRateTimes, 3600, MAN) ?? Number.NaN, 9);
    expect(scoreActivity(spread, MAN).score).toBeGreaterThan(heartRateScore(60, 120, MAN));
    expect(scoreActivity({ ...spread, movingTimeS: 36_000 }, MAN).score).toBeCloseTo(heartRateScore(600, 120, MAN), 9);
    expect(scoreActivity({ ...spread, avgHrBpm: null }, MAN).basis).toBe('heart-rate');
    expect(scoreActivity({ ...spread, sport: 'strength' }, MAN).basis).toBe('minutes');
  });
});

it('a session ends after its pauses, where they are known', () => {
  expect(endMs({ startMs: 1000, movingTimeS: 60 })).toBe(61_000);
  expect(endMs({ startMs: 1000, movingTimeS: 60, elapsedTimeS: 90 })).toBe(91_000);
  expect(endMs({ startMs: 1000, movingTimeS: 60, elapsedTimeS: 30 })).toBe(61_000);
});

describe('heart rates', () => {
  it('maximum by age (Tanaka), threshold at 85 % of the reserve', () => {
    expect(findHeartRates({ ...NOBODY, birthYear: 1986 }, 2026, 50)).toEqual({ restBpm: 50, maxBpm: 180, lthrBpm: 160.5, sex: 'unstated' });
  });

  it('are unknown without age or maximum, and for a contradictory profile', () => {
    expect(findHeartRates(NOBODY, 2026, 50)).toBeNull();
    expect(findHeartRates({ ...NOBODY, hrMaxBpm: 100, hrRestBpm: 90 }, 2026, 50)).toBeNull();
    expect(findHeartRates({ ...NOBODY, hrMaxBpm: 190, lthrBpm: 200 }, 2026, 50)?.lthrBpm).toBeCloseTo(169, 9);
  });
});

describe('fitness and fatigue', () => {
  it('equal a constant daily load from the first day', () => {
    for (const { ctl, atl, tsb } of loadsUntil(done(Array.from({ length: 60 }, () => 50)), addDays(TODAY, -1))) {
      expect([ctl, atl, tsb]).toEqual([50, 50, 0].map((value) => expect.closeTo(value, 9)));
    }
  });

  it('follow x += (load − x) / τ, with 42 and 7 days', () => {
    const days = loadsUntil(done([...Array.from({ length: 40 }, () => 50), 120]), addDays(TODAY, -1));
    expect(days.at(-1)?.ctl).toBeCloseTo(50 + 70 / 42, 9);
    expect(days.at(-1)?.atl).toBeCloseTo(50 + 70 / 7, 9);
  });

  it('start at the mean of the first days, at least 7', () => {
    const last = (scores: readonly number[]) => loadsUntil(done(scores), addDays(TODAY, -1)).at(-1);
    // One day of 70: a start of 10 a day. Six days of 70: 60 a day. From seven on it is what was done.
    expect(last([70])).toMatchObject({ ctl: expect.closeTo(10 + 60 / 42, 9), atl: expect.closeTo(10 + 60 / 7, 9) });
    const six = Array.from({ length: 6 }, () => 70);
    expect(last(six)?.ctl).toBeCloseTo(70 - 10 * (41 / 42) ** 6, 9);
    expect(last([...six, 70])?.ctl).toBeCloseTo(70, 9);
    expect(last([...six, 70, 70])?.ctl).toBeCloseTo(70, 9);
  });

  it('start at the mean of the first 28 days only', () => {
    const days = loadsUntil(done([...Array.from({ length: 27 }, () => 50), 78, 1000]), addDays(TODAY, -1));
    // 27 · 50 + 78 = 28 · 51.
    expect(days[0]?.ctl).toBeCloseTo(51 - 1 / 42, 9);
  });

  it('do not count a morning as a day off', () => {
    const days = loadsUntil(done(Array.from({ length: 30 }, () => 50)), TODAY);
    expect(computeLoad(days, TODAY)).toMatchObject({ todayScore: 0, ctl: expect.closeTo(50, 9), ramp: expect.closeTo(0, 9) });
  });

  it('are unknown without any training', () => {
    expect(computeLoad(loadsUntil([], TODAY), TODAY)).toEqual({
      todayScore: 0,
      ctl: null,
      atl: null,
      tsb: null,
      ramp: null,
      monotony: null,
      strain: null,
    });
  });
});

describe('monotony and strain', () => {
  it('follow Foster: mean ÷ SD of seven days including zeros, and load × that', () => {
    const week = [100, 0, 60, 0, 80, 0, 40];
    const mean = 40;
    const sd = Math.sqrt(week.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 6);
    const last = loadsUntil(done(week), addDays(TODAY, -1)).at(-1);
    expect(last?.monotony).toBeCloseTo(mean / sd, 9);
    expect(last?.strain).toBeCloseTo((280 * mean) / sd, 9);
  });

  it('are 10 instead of infinity for equal days; a first week, or one without load, has none', () => {
    expect(loadsUntil(done(Array.from({ length: 7 }, () => 50)), addDays(TODAY, -1)).at(-1)?.monotony).toBeCloseTo(10, 9);
    expect(loadsUntil(done([50, 50]), addDays(TODAY, -1)).at(-1)?.monotony).toBeNull();
    expect(loadsUntil(done([50, 0, 0, 0, 0, 0, 0, 0]), addDays(TODAY, -1)).at(-1)).toMatchObject({ monotony: null, strain: null });
  });
});

describe('today’s budget', () => {
  const scores = Array.from({ length: 28 }, (_, i) => (i % 2 === 0 ? 40 + i : 0));
  const activities = done(scores);
  const at = (today: readonly ScoredActivity[], hard: boolean) => {
    const all = [...activities, ...today];
    return computeBudget(loadsUntil(all, TODAY), all, TODAY, hard);
  };
  const now = (score: number): ScoredActivity[] => [{ ...run, day: TODAY, startMs: 99, score, basis: 'effort' }];

  it('is the median of training days, on a hard day the upper quartile', () => {
    // 40, 42 … 66: median 53, upper quartile 59.5.
    expect(at([], false)?.score).toBeCloseTo(53, 9);
    expect(at([], true)?.score).toBeCloseTo(59.5, 9);
  });

  it('is reduced by what was done, and never negative', () => {
    expect([at(now(20), false)?.score, at(now(500), true)?.score]).toEqual([expect.closeTo(33, 9), 0]);
  });

  it('is given in minutes of the user’s sport', () => {
    // An hour of the easier quarter is 46.5.
    expect(at([], false)).toMatchObject({ sport: 'run', easyMinutes: 70 });
  });

  it('is unknown with fewer than four training days', () => {
    const few = done([50, 0, 50, 50]);
    expect(computeBudget(loadsUntil(few, TODAY), few, TODAY, false)).toBeNull();
  });

  it('property: never exceeds the maximum of the last 28 days', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 60 }), fc.boolean(), (loads, hard) => {
        const all = done(loads);
        const budget = computeBudget(loadsUntil(all, TODAY), all, TODAY, hard);
        expect(budget?.score ?? 0).toBeLessThanOrEqual(Math.max(...loads.slice(-28)) + 1e-9);
      }),
    );
  });
});
