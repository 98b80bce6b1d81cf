import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../lib/core/day';
import type { DayCheck, Readiness } from '../../../lib/readiness';
import { alternating, meanSd, morning, readinessOn, someMornings, TODAY } from './mornings';

/**
 * docs/readiness.md, from HRV alone: the day is compared with mean ± 1 SD, the 7-day mean with mean ± 0.5 SD, and both are weighed together. A
 * low figure that is not borne out by the other lowers the verdict by one step; rest needs both. Unusually high is never a reason to push.
 */

const alone = (check: DayCheck): DayCheck => ({ ...check, hrBpm: null });
/** 60 mornings around 4.00 with SD 0.20; the six before today replaced. */
function withWeek(values: readonly number[]): DayCheck[] {
  return [...values.map((value, i) => morning(i + 1, value)), ...alternating(60).slice(values.length)].map(alone);
}
const judge = (week: number, day: number) => readinessOn(withWeek(Array.from({ length: 6 }, () => week)), TODAY, alone(morning(0, day)));

describe('the verdict', () => {
  it.each([
    ['a usual morning in the upper half, in a usual week', 4.0, 4.1, 'push', 'in-range'],
    ['a usual morning in the lower half', 4.0, 3.9, 'normal', 'not-best'],
    ['one low morning after a usual week', 4.05, 3.6, 'normal', 'only-day-low'],
    ['one very low morning after a usual week', 4.0, 3.2, 'easy', 'day-low'],
    ['a low morning after a week in the lower half', 3.95, 3.65, 'easy', 'day-low'],
    ['a low week, but not today', 3.75, 3.95, 'easy', 'trend-low'],
    ['a low week and a low morning', 3.75, 3.6, 'rest', 'day-and-trend-low'],
    ['an unusually high morning', 4.0, 4.5, 'normal', 'day-high'],
    ['an unusually high morning after a low week', 3.6, 4.4, 'normal', 'only-trend-low'],
  ] as const)('%s', (_, week, day, verdict, rule) => {
    expect(judge(week, day)).toMatchObject({ verdict, rule });
  });

  it('is never rest for one morning outside, however far, nor after six days without a check', () => {
    expect(judge(4.0, 0).verdict).toBe('easy');
    expect(readinessOn(alternating(60).slice(6).map(alone), TODAY, alone(morning(0, 0))).verdict).toBe('easy');
  });

  it('property: one wild morning moves the verdicts of the next days no more than one at the end of the range does', () => {
    const rank = { rest: 0, easy: 1, normal: 2, push: 3, learning: -1 } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.double({ min: 0, max: 3.8, noNaN: true }),
        fc.double({ min: 3.9, max: 4.1, noNaN: true }),
        (ago, wild, day) => {
          const history = (ln: number) => withWeek([]).map((check, i) => (i === ago - 1 ? alone(morning(ago, ln)) : check));
          const [far, edge] = [wild, 3.79].map((ln) => readinessOn(history(ln), TODAY, alone(morning(0, day))));
          expect(rank[far?.verdict ?? 'learning']).toBeGreaterThanOrEqual(rank[edge?.verdict ?? 'learning'] - 0);
          expect(far?.verdict === 'push' || far?.verdict === 'normal').toBe(true);
        },
      ),
    );
  });

  it('has a 7-day mean of the existing days, today and the six before, in which a value outside the range counts as its end', () => {
    const history = [morning(2, 3.5), morning(6, 3.9), morning(7, 9), ...alternating(60).slice(7)];
    const { trend, day } = readinessOn(history, TODAY, morning(0, 4.1));
    expect(trend?.mean7).toBeCloseTo(((day?.band.low ?? 0) + 3.9 + 4.1) / 3, 10);
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

/** What the rules make of HRV alone, written from the text and not from the code; null while learning, or too near a border to be sure. */
function byTheBook(history: readonly DayCheck[], day: DayCheck): Judged | null {
  const before = history.filter((check) => daysBetween(check.day, TODAY) <= 60);
  const lately = (days: number) => before.filter((check) => daysBetween(check.day, TODAY) < days);
  if (before.length < 28 || lately(14).length + 1 < 7) return null;
  const { mean, sd } = robustMeanSd(before.map((check) => check.lnRmssd));
  const clip = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const averageLn = (checks: readonly DayCheck[]) =>
    checks.reduce((sum, check) => sum + clip(check.lnRmssd, mean - sd, mean + sd), 0) / checks.length;
  // By the figures shown: whole ms, one decimal below 20.
  const shown = (ln: number) => (Math.exp(ln) < 20 ? Math.round(10 * Math.exp(ln)) / 10 : Math.round(Math.exp(ln)));
  const mean7 = averageLn([...lately(7), day]);
  const low = shown(day.lnRmssd) < shown(mean - sd);
  const high = shown(day.lnRmssd) > shown(mean + sd);
  const lowTrend = shown(mean7) < shown(mean - sd / 2);
  const week = lately(7);
  const z = clip((day.lnRmssd - mean) / sd, -2.5, 1);
  const weekSd = sd * Math.sqrt(1 - Math.exp(-0.72)) * Math.sqrt(2 / week.length + 1 / before.length);
  const weekZ = clip((averageLn(week) - mean) / weekSd, -3, 1);
  const all = week.length < 3 ? z : (0.5 * z + 0.4 * weekZ) / Math.sqrt(0.25 + 0.16 + 2 * 0.5 * 0.4 * 0.15);
  if ([all + 1.25, all + 2.5, all + 0.1, z + 0.8].some((distance) => Math.abs(distance) < 1e-6)) return null;
  // One morning that makes the week low by itself is one sign, not two.
  const weekLow = lowTrend && shown(averageLn(week)) < shown(mean - sd / 2);
  const rest = all < -2.5 && low && weekLow;
  const verdict = rest
    ? 'rest'
    : (all < -1.25 || z <= -2.5) && (low || lowTrend)
      ? 'easy'
      : low || lowTrend || high || z < -0.8 || all < -0.1
        ? 'normal'
        : 'push';
  return { verdict, low, high, lowTrend };
}

describe('property', () => {
  const sds = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  const cases = fc.record({ seed: fc.integer({ min: 1, max: 2 ** 31 }), sds: sds(4), week: sds(2) });
  /** The last six days are shifted by so many SDs of 0.2. */
  const history = (seed: number, week = 0) =>
    someMornings(seed, 60).map((check, i) => alone(i < 6 ? { ...check, lnRmssd: check.lnRmssd + 0.2 * week } : check));
  const makeDay = (seed: number, week: number, sds: number) => {
    const { mean, sd } = meanSd(history(seed, week).map((check) => check.lnRmssd));
    return alone(morning(0, mean + sds * sd));
  };

  it('the verdict equals that of the two tests', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(cases, ({ seed, sds, week }) => {
        const day = makeDay(seed, week, sds);
        const expected = byTheBook(history(seed, week), day);
        fc.pre(expected !== null);
        const readiness = readinessOn(history(seed, week), TODAY, day);
        seen.add(readiness.verdict);
        expect(readiness.verdict).toBe(expected?.verdict);
        expect(readiness.day?.position).toBe(expected?.low ? 'below' : expected?.high ? 'above' : 'within');
        expect(readiness.trend?.position === 'below').toBe(expected?.lowTrend);
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual(['easy', 'normal', 'push', 'rest']);
  });

  it('a strap that reads everything too high or too low by a factor changes nothing but what rounding decides', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: -1.5, max: 1.5, noNaN: true }), ({ seed, sds, week }, lnFactor) => {
        const day = makeDay(seed, week, sds);
        const scaled = (check: DayCheck) => ({ ...check, lnRmssd: check.lnRmssd + lnFactor });
        const [expected, other] = [byTheBook(history(seed, week), day), byTheBook(history(seed, week).map(scaled), scaled(day))];
        fc.pre(expected !== null && other !== null);
        // Whether a figure lies outside is decided by the figures shown, which a factor changes.
        fc.pre(expected?.low === other?.low && expected?.high === other?.high && expected?.lowTrend === other?.lowTrend);
        const said = ({ verdict, rule, confidence }: Readiness) => [verdict, rule, confidence];
        expect(said(readinessOn(history(seed, week).map(scaled), TODAY, scaled(day)))).toEqual(
          said(readinessOn(history(seed, week), TODAY, day)),
        );
      }),
    );
  });

  it('a lower morning never improves a verdict, unless the other one was unusually high', () => {
    const rank = { rest: 0, easy: 1, normal: 2, push: 3, learning: -1 } as const;
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 3, noNaN: true }), ({ seed, sds, week }, less) => {
        const higher = readinessOn(history(seed, week), TODAY, makeDay(seed, week, sds));
        const lower = readinessOn(history(seed, week), TODAY, makeDay(seed, week, sds - less));
        fc.pre(higher.verdict !== 'learning' && higher.day?.position !== 'above');
        expect(rank[lower.verdict]).toBeLessThanOrEqual(rank[higher.verdict]);
      }),
    );
  });
});
