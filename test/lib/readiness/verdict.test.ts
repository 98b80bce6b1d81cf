import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../lib/core/day';
import type { DayCheck, Readiness } from '../../../lib/readiness';
import { alternating, meanSd, morning, readinessOn, someMornings, TODAY } from './mornings';

/**
 * docs/readiness.md: the day is compared with mean ± 1 SD, the 7-day mean with mean ± 0.5 SD. One day outside lowers the verdict by at most
 * one step; rest needs both. Unusually high counts as well as low (Elite HRV), and is never a reason to push.
 */

/** 60 mornings around 4.00 with SD 0.20; the six before today replaced. */
function withWeek(values: readonly number[]): DayCheck[] {
  return [...values.map((value, i) => morning(i + 1, value)), ...alternating(60).slice(values.length)];
}
const judge = (week: number, day: number) => readinessOn(withWeek(Array.from({ length: 6 }, () => week)), TODAY, morning(0, day));

describe('the verdict', () => {
  it.each([
    ['a usual morning in the upper half, in a usual week', 4.0, 4.1, 'push', 'in-range'],
    ['a usual morning in the lower half', 4.0, 3.9, 'normal', 'below-middle'],
    ['one low morning after a usual week', 4.05, 3.6, 'easy', 'day-low'],
    ['a low week, but not today', 3.75, 3.95, 'easy', 'trend-low'],
    ['a low week and a low morning', 3.75, 3.6, 'rest', 'day-and-trend-low'],
    ['an unusually high morning', 4.0, 4.5, 'normal', 'day-high'],
  ] as const)('%s', (_, week, day, verdict, rule) => {
    expect(judge(week, day)).toMatchObject({ verdict, rule });
  });

  it('is lowered by one step by one morning outside', () => {
    expect(judge(4.05, 3.9).verdict).toBe('normal');
    expect(judge(4.05, 3.5)).toMatchObject({ verdict: 'easy', trend: { position: 'within' } });
  });

  // The 7-day mean has today in it, so that one morning can fail both tests by itself: far enough outside (over 3.5 SD after a usual week),
  // or at once when it is the only one of its week. One day outside must lower the verdict by one step at most (docs/readiness.md).
  it('is lowered by one step by one morning outside, however far', () => {
    expect(judge(4.0, 3.2).verdict).toBe('easy');
  });
  it('is lowered by one step by one morning outside, even after six days without a check', () => {
    expect(readinessOn(alternating(60).slice(6), TODAY, morning(0, 3.75)).verdict).toBe('easy');
  });

  it('is not Ready for hard on an unusually high morning, and at most easy after a low week', () => {
    expect(judge(4.0, 6).verdict).toBe('normal');
    expect(judge(3.6, 4.4)).toMatchObject({ verdict: 'easy', day: { position: 'above' }, trend: { position: 'below' } });
  });

  it('uses the 7-day mean of the existing days: today and the six before', () => {
    const history = [morning(2, 3.5), morning(6, 3.7), morning(7, 9), ...alternating(60).slice(7)];
    expect(readinessOn(history, TODAY, morning(0, 4.2)).trend?.mean7).toBeCloseTo((3.5 + 3.7 + 4.2) / 3, 10);
  });
});

/**
 * Mean and SD after values beyond 2.5 robust SDs are set to that limit (docs/readiness.md), written from the text and not from the code.
 */
function robustMeanSd(values: readonly number[]): { mean: number; sd: number } {
  const quantile = (of: readonly number[], share: number) => {
    const sorted = [...of].sort((a, b) => a - b);
    const at = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
    return low + (high - low) * (at - Math.floor(at));
  };
  const median = quantile(values, 0.5);
  const mad =
    1.4826 *
    quantile(
      values.map((value) => Math.abs(value - median)),
      0.5,
    );
  const fence = 2.5 * Math.max(0.03, mad, (quantile(values, 0.75) - quantile(values, 0.25)) / 1.349);
  return meanSd(values.map((value) => Math.min(median + fence, Math.max(median - fence, value))));
}

type Judged = Pick<Readiness, 'verdict'> & { low: boolean; high: boolean; lowTrend: boolean };

/** The two tests, written from the text and not from the code; null while learning, or when a value is too near a border to be sure. */
function byTheBook(history: readonly DayCheck[], day: DayCheck): Judged | null {
  const before = history.filter((check) => daysBetween(check.day, TODAY) <= 60);
  const lately = (days: number) => before.filter((check) => daysBetween(check.day, TODAY) < days);
  if (before.length < 28 || lately(14).length + 1 < 7) return null;
  const { mean, sd } = robustMeanSd(before.map((check) => check.lnRmssd));
  const averageLn = (checks: readonly DayCheck[]) => checks.reduce((sum, check) => sum + check.lnRmssd, 0) / checks.length;
  const mean7 = averageLn([...lately(7), day]);
  // One morning alone must not give a day of rest: the week must be low without it too (NaN, and so false, without a week).
  const othersLow = averageLn(lately(7)) < mean - sd / 2;
  const borders = [
    day.lnRmssd - (mean - sd),
    day.lnRmssd - (mean + sd),
    mean7 - (mean - sd / 2),
    averageLn(lately(7)) - (mean - sd / 2),
    day.lnRmssd - mean,
  ];
  if (borders.some((distance) => Math.abs(distance) < 1e-6)) return null;
  const low = day.lnRmssd < mean - sd;
  const high = day.lnRmssd > mean + sd;
  const lowTrend = mean7 < mean - sd / 2;
  const verdict = low && lowTrend && othersLow ? 'rest' : low || lowTrend ? 'easy' : high || day.lnRmssd < mean ? 'normal' : 'push';
  return { verdict, low, high, lowTrend };
}

describe('property', () => {
  const cases = fc.record({ seed: fc.integer({ min: 1, max: 2 ** 31 }), sds: fc.double({ min: -4, max: 4, noNaN: true }) });
  const history = (seed: number) => someMornings(seed, 60);
  const makeDay = (seed: number, sds: number) => {
    const { mean, sd } = meanSd(history(seed).map((check) => check.lnRmssd));
    return morning(0, mean + sds * sd);
  };

  it('the verdict equals that of the two tests', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(cases, ({ seed, sds }) => {
        const day = makeDay(seed, sds);
        const expected = byTheBook(history(seed), day);
        fc.pre(expected !== null);
        const readiness = readinessOn(history(seed), TODAY, day);
        seen.add(readiness.verdict);
        expect(readiness.verdict).toBe(expected?.verdict);
        expect(readiness.day?.position).toBe(expected?.low ? 'below' : expected?.high ? 'above' : 'within');
        expect(readiness.trend?.position === 'below').toBe(expected?.lowTrend);
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual(['easy', 'normal', 'push', 'rest']);
  });

  it('a strap that reads everything too high or too low by a factor changes nothing', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: -1.5, max: 1.5, noNaN: true }), ({ seed, sds }, lnFactor) => {
        const day = makeDay(seed, sds);
        fc.pre(byTheBook(history(seed), day) !== null);
        const scaled = (check: DayCheck) => ({ ...check, lnRmssd: check.lnRmssd + lnFactor });
        const one = readinessOn(history(seed), TODAY, day);
        const other = readinessOn(history(seed).map(scaled), TODAY, scaled(day));
        const said = ({ verdict, rule, confidence, day: dayTest, trend }: Readiness) => [
          verdict,
          rule,
          confidence,
          dayTest?.position,
          trend?.position,
        ];
        expect(said(other)).toEqual(said(one));
      }),
    );
  });

  it('a lower morning never improves a verdict, unless the other one was unusually high', () => {
    const rank = { rest: 0, easy: 1, normal: 2, push: 3, learning: -1 } as const;
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 3, noNaN: true }), ({ seed, sds }, less) => {
        const higher = readinessOn(history(seed), TODAY, makeDay(seed, sds));
        const lower = readinessOn(history(seed), TODAY, makeDay(seed, sds - less));
        fc.pre(higher.verdict !== 'learning' && higher.day?.position !== 'above');
        expect(rank[lower.verdict]).toBeLessThanOrEqual(rank[higher.verdict]);
      }),
    );
  });
});
