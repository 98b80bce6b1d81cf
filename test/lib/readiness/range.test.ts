import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import type { DayCheck } from '../../../lib/readiness';
import { alternating, meanSd, morning, readinessOn, someMornings, TODAY } from './mornings';

const today = morning(0, 4);
const seeds = fc.integer({ min: 1, max: 2 ** 31 });
/** Histories with a verdict: every day of the last fortnight, some of the days before. */
const judged = (seed: number) => [...someMornings(seed + 1, 13, 1), ...someMornings(seed).filter(({ day }) => day < addDays(TODAY, -13))];

function bands(history: readonly DayCheck[]) {
  const { day, trend } = readinessOn(history, TODAY, today);
  if (day === null || trend === null) throw new Error('still learning');
  return { day: day.band, trend: trend.band };
}

/** P(χ² ≤ x) for an even number of degrees of freedom: 1 − e^(−x/2) · Σ (x/2)^i / i! below half of them. */
function chiSquareBelow(x: number, degrees: number): number {
  let term = 1;
  let sum = 1;
  for (let i = 1; i < degrees / 2; i++) {
    term *= x / 2 / i;
    sum += term;
  }
  return 1 - Math.exp(-x / 2) * sum;
}

describe('the range', () => {
  it('is mean ± 1 SD for the day and mean ± 0.5 SD for the trend, from the days before today', () => {
    const history = alternating(60);
    const { mean, sd } = meanSd(history.map((check) => check.lnRmssd));
    const { day, trend } = bands(history);
    expect(day.mean).toBeCloseTo(mean, 10);
    expect([day.low, day.high]).toEqual([expect.closeTo(mean - sd, 10), expect.closeTo(mean + sd, 10)]);
    expect([trend.low, trend.high]).toEqual([expect.closeTo(mean - sd / 2, 10), expect.closeTo(mean + sd / 2, 10)]);
  });

  it('property: does not depend on today', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 1, max: 7, noNaN: true }), (seed, lnRmssd) => {
        const history = judged(seed);
        const plain = readinessOn(history, TODAY, today);
        const other = readinessOn([...history, morning(0, lnRmssd)], TODAY, morning(0, lnRmssd));
        expect(other.day?.band).toEqual(plain.day?.band);
        expect(other.trend?.band).toEqual(plain.trend?.band);
      }),
    );
  });

  it('property: nothing before the 60 days counts, but the 60th does', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 61, max: 400 }), fc.double({ min: 1, max: 7, noNaN: true }), (seed, daysAgo, lnRmssd) => {
        const history = judged(seed);
        expect(readinessOn([...history, morning(daysAgo, lnRmssd)], TODAY, today)).toEqual(readinessOn(history, TODAY, today));
      }),
    );
    expect(readinessOn(alternating(60), TODAY, today).days).toBe(61);
    expect(readinessOn(alternating(61), TODAY, today).days).toBe(61);
  });

  it('property: does not depend on the order of the history', () => {
    fc.assert(
      fc.property(seeds, fc.infiniteStream(fc.nat()), (seed, keys) => {
        const history = judged(seed);
        const shuffled = history
          .map((check) => ({ check, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ check }) => check);
        const [one, other] = [readinessOn(history, TODAY, today), readinessOn(shuffled, TODAY, today)];
        expect([other.verdict, other.rule, other.confidence, other.learned]).toEqual([one.verdict, one.rule, one.confidence, one.learned]);
        expect(other.day?.band.low).toBeCloseTo(one.day?.band.low ?? Number.NaN, 9);
        expect(other.trend?.mean7).toBeCloseTo(one.trend?.mean7 ?? Number.NaN, 9);
      }),
    );
  });
});

describe('the usual heart rate', () => {
  const beating = (rates: readonly (number | null)[]) => rates.map((hrBpm, i) => morning(i + 1, 4 + (i % 2 === 0 ? 0.2 : -0.2), hrBpm));

  it('is mean ± 1 SD of the mornings that have one', () => {
    const rates = Array.from({ length: 40 }, (_, i) => 50 + (i % 5));
    const { mean, sd } = meanSd(rates);
    const { hr } = readinessOn(beating([...rates, null, null]), TODAY, today);
    expect([hr?.mean, hr?.low, hr?.high]).toEqual([mean, mean - sd, mean + sd].map((value) => expect.closeTo(value, 9)));
  });

  it('far exceeded makes an easy day, and a usual one does not', () => {
    const rates = Array.from({ length: 60 }, (_, i) => 50 + (i % 5));
    const at = (hrBpm: number) => readinessOn(beating(rates), TODAY, { ...today, hrBpm }).verdict;
    expect([at(52), at(65)]).toEqual(['push', 'easy']);
  });

  it('property: a higher one never improves a verdict, unless the other one was unusually low', () => {
    const rank = { rest: 0, easy: 1, normal: 2, push: 3, learning: -1 } as const;
    fc.assert(
      fc.property(seeds, fc.integer({ min: 30, max: 120 }), fc.integer({ min: 0, max: 40 }), (seed, hrBpm, more) => {
        const lower = readinessOn(judged(seed), TODAY, { ...today, hrBpm });
        const higher = readinessOn(judged(seed), TODAY, { ...today, hrBpm: hrBpm + more });
        fc.pre(lower.rule !== 'low-heart-rate');
        expect(rank[higher.verdict]).toBeLessThanOrEqual(rank[lower.verdict]);
      }),
    );
  });

  it('is unknown when no morning has one', () => {
    expect(readinessOn(beating(Array.from({ length: 40 }, () => null)), TODAY, today).hr).toBeNull();
  });
});

describe('the provisional range', () => {
  it('applies from 7 to 27 days, and not with 28', () => {
    expect(readinessOn(alternating(27), TODAY, today).provisional).toBe(true);
    expect(readinessOn(alternating(28), TODAY, today).provisional).toBe(false);
  });

  /** √((n − 1)/χ²) with χ² the 20th percentile: the upper end of the one-sided 80 % interval of an SD known from n values. */
  it.each([7, 9, 13, 19, 27])('with %i days is as wide as the SD may be', (days) => {
    const history = alternating(days);
    const { sd } = meanSd(history.map((check) => check.lnRmssd));
    const { day, trend } = bands(history);
    const factor = (day.high - day.low) / (2 * sd);
    expect(chiSquareBelow((days - 1) / factor ** 2, days - 1)).toBeCloseTo(0.2, 2);
    expect((trend.high - trend.low) / sd).toBeCloseTo(factor, 9);
    expect((day.high + day.low) / 2).toBeCloseTo(day.mean, 9);
  });

  it('is wider with fewer days', () => {
    const factors = [6, 8, 12, 18, 24, 27, 28].map((days) => {
      const history = alternating(days);
      const { day } = bands(history);
      return (day.high - day.low) / meanSd(history.map((check) => check.lnRmssd)).sd;
    });
    expect(factors).toEqual([...factors].sort((a, b) => b - a));
    expect(factors.at(-1)).toBeCloseTo(2, 9);
  });

  it('of similar mornings does not make every other one an outlier', () => {
    const alike = Array.from({ length: 10 }, (_, i) => morning(i + 1, 4));
    // A morning 1 % off the others is within any person’s day-to-day variation.
    expect(readinessOn(alike, TODAY, morning(0, 4 - 0.01)).day?.position).toBe('within');
    expect(readinessOn(alike, TODAY, morning(0, 4 - 0.5)).day?.position).toBe('below');
  });
});
