import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Baseline, computeBaseline, computeCvPct, computeRobustMean, enters } from '../../../lib/readiness/baseline';
import { weighEvidence } from '../../../lib/readiness/evidence';
import { usualFelt } from '../../../lib/readiness/felt';
import { LATEST_AFTER_WAKING_MIN } from '../../../lib/readiness/mornings';
import { placeBpm, placeLn } from '../../../lib/readiness/shown';
import type { CheckSeries, DayCheck, ReadinessInput } from '../../../lib/readiness/types';
import { alternating, meanSd, morning, TODAY } from './mornings';

/** docs/readiness.md, "The usual range", in figures; and the evidence that is weighed against it. */

const near = (value: number) => expect.closeTo(value, 10);
const baseline = (checks: readonly DayCheck[], widthSd = 1, today: DayCheck | null = morning(0, 4)) =>
  computeBaseline(checks, TODAY, today, widthSd);
const SD = meanSd(alternating(60).map(({ lnRmssd }) => lnRmssd)).sd;

describe('what enters a range', () => {
  it.each([
    [undefined, true],
    [null, true],
    [0, true],
    [120, true],
    [121, false],
  ])('a check %s min after waking: %s', (afterWakingMin, counts) => {
    expect(LATEST_AFTER_WAKING_MIN).toBe(120);
    expect(enters({ ...morning(0, 4), ...(afterWakingMin === undefined ? {} : { afterWakingMin }) })).toBe(counts);
  });

  it('none that was ruled out', () => {
    expect(enters({ ...morning(0, 4), ruledOut: true, afterWakingMin: 5 })).toBe(false);
  });
});

describe('a baseline', () => {
  it('counts the days of the 60, the 13 and the 6 before', () => {
    expect(baseline([morning(60, 4), morning(14, 4), morning(13, 4), morning(7, 4), morning(6, 4.2), morning(1, 4.1)])).toMatchObject({
      days: 6,
      last13: 4,
      last6: 2,
      week: [4.2, 4.1],
      provisional: true,
    });
    expect(baseline([morning(61, 4), morning(0, 4)])).toMatchObject({ days: 0, last13: 0, last6: 0, week: [] });
  });

  it('of nothing is nothing', () => {
    const counts = { days: 0, last13: 0, last6: 0, provisional: true };
    const none = { ...counts, lnRmssd: null, hr: null, week: [], weekHr: [], together: 0.5, bridged: null, doubtSd: 0 };
    expect(baseline([])).toEqual(none satisfies Baseline);
    expect(baseline([morning(1, 4)]).lnRmssd).toBeNull();
  });

  it('counts ill mornings as measured, and leaves them out of range and week', () => {
    const checks = alternating(60).map((check, i) => (i < 4 ? { ...check, lnRmssd: 3, hrBpm: 70 } : check));
    const ill = new Set(checks.slice(0, 4).map(({ day }) => day));
    const { lnRmssd, hr, ...found } = computeBaseline(checks, TODAY, morning(0, 4), 1, ill);
    expect(found).toMatchObject({ days: 60, last13: 13, last6: 6, week: [near(4.2), near(3.8)], weekHr: [52, 52] });
    expect([lnRmssd?.mean, hr?.mean]).toEqual([near(4), near(52)]);
  });

  it('has the correlation of a low HRV with a high heart rate, drawn towards 0.5', () => {
    const pairs = (sign: number, count: number) =>
      alternating(count).map((check) => ({ ...check, hrBpm: 52 + sign * 10 * (check.lnRmssd - 4) }));
    // 60 mornings that go together wholly, and the prior of 20: (20 · 0.5 ± 60) ÷ 80, between 0 and 0.9.
    expect(baseline(pairs(-1, 60)).together).toBeCloseTo(70 / 80, 10);
    expect(baseline(pairs(1, 60)).together).toBe(0);
    expect(baseline(pairs(-1, 20)).together).toBeCloseTo(30 / 40, 10);
    expect(baseline(alternating(60)).together).toBe(0.5);
  });

  it.each([0.5, 1, 1.5])('is mean ± %d SD for the day, and half an SD for the trend', (width) => {
    const { lnRmssd } = baseline(alternating(60), width);
    expect(lnRmssd).toEqual({
      mean: near(4),
      sd: near(SD),
      day: { mean: near(4), low: near(4 - width * SD), high: near(4 + width * SD) },
      trend: { mean: near(4), low: near(4 - SD / 2), high: near(4 + SD / 2) },
    });
  });

  it('has an SD of 0.03, or half a beat, where mornings are alike', () => {
    const { lnRmssd, hr } = baseline(Array.from({ length: 30 }, (_, i) => morning(i + 1, 4, 50)));
    expect([lnRmssd?.sd, hr?.sd]).toEqual([0.03, 0.5]);
    expect(hr?.band).toEqual({ mean: 50, low: 49.5, high: 50.5 });
  });

  it('has the heart rate widened as HRV is while it is provisional', () => {
    const { lnRmssd, hr } = baseline(alternating(10).map((check, i) => ({ ...check, hrBpm: i % 2 === 0 ? 50 : 54 })));
    const factor = ((lnRmssd?.day.high ?? 0) - 4) / (lnRmssd?.sd ?? 1);
    expect(factor).toBeGreaterThan(1.2);
    expect(((hr?.band.high ?? 0) - 52) / (hr?.sd ?? 1)).toBeCloseTo(factor, 10);
    // Of a heart rate that was measured on two days alone, as far as two days go.
    const two = baseline(alternating(40).map((check, i) => ({ ...check, hrBpm: i < 2 ? 50 + i : null })));
    expect(two.hr?.band.high).toBeGreaterThan(50.5 + 2 * (two.hr?.sd ?? 9));
  });

  it('with fair recordings is as wide as what they are worth', () => {
    const fair = baseline(alternating(30).map((check, i) => (i % 3 === 0 ? { ...check, rating: 'fair' as const } : check))).lnRmssd;
    // 20 + 10 · 0.5 squared ÷ (20 + 10 · 0.25) is worth 28 days: no longer widened.
    expect((fair?.day.high ?? 0) - (fair?.mean ?? 0)).toBeCloseTo(fair?.sd ?? 0, 10);
    const more = baseline(alternating(29).map((check, i) => (i % 3 === 0 ? { ...check, rating: 'fair' as const } : check))).lnRmssd;
    expect((more?.day.high ?? 0) - (more?.mean ?? 0)).toBeGreaterThan((more?.sd ?? 0) * 1.01);
  });

  it('of another strap is widened by 95 % of what is in doubt, the trend by what range and week do not share', () => {
    const OLD: CheckSeries = { sensor: 'chest', strap: 'old', posture: 'lying', breathing: 'free' };
    const today = { ...morning(0, 4), series: { ...OLD, strap: 'new' } };
    const { lnRmssd, doubtSd, bridged } = baseline(
      alternating(60).map((check) => ({ ...check, series: OLD })),
      1,
      today,
    );
    expect([doubtSd, bridged]).toEqual([near(0.1), { offset: 0, sd: 0.1 }]);
    expect(lnRmssd?.day.low).toBeCloseTo(4 - SD - 1.96 * 0.1, 10);
    expect(lnRmssd?.day.high).toBeCloseTo(4 + SD + 1.96 * 0.1, 10);
    // Six of seven days of the week are of the old strap.
    expect(lnRmssd?.trend.high).toBeCloseTo(4 + SD / 2 + 1.96 * (0.1 - (0.1 * 6) / 7), 10);
  });
});

describe('a value lies where the figures shown say', () => {
  // e^3.8 = 44.7, e^4.2 = 66.7: shown as 45–67 ms.
  it.each([
    [44, 'below'],
    [44.49, 'below'],
    [44.51, 'within'],
    [67.49, 'within'],
    [67.51, 'above'],
  ] as const)('%d ms is %s a range of 3.8 to 4.2', (ms, position) => {
    expect(placeLn({ low: 3.8, high: 4.2 }, Math.log(ms))).toBe(position);
  });

  it.each([
    [18.14, 'below'],
    [18.16, 'within'],
  ] as const)('%d ms is %s a range from 18.2 ms: small figures have a decimal', (ms, position) => {
    expect(placeLn({ low: Math.log(18.2), high: 3.4 }, Math.log(ms))).toBe(position);
  });

  it('heart rates in whole bpm', () => {
    expect([47.4, 47.5, 52.4, 52.5].map((bpm) => placeBpm({ low: 47.6, high: 52.4 }, bpm))).toEqual(['below', 'within', 'within', 'above']);
  });
});

describe('the mean of a week', () => {
  const band = { low: 3.8, high: 4.2 };

  it('is the plain mean of values in the usual range', () => {
    expect(computeRobustMean([3.8, 4, 4.2, 4.1], band)).toBeCloseTo(4.025, 12);
    expect(computeRobustMean([], band)).toBeNull();
  });

  it('property: one value, however far off, moves it no more than a value at the edge of the range', () => {
    const value = fc.double({ min: 3.8, max: 4.2, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), fc.double({ min: -50, max: 50, noNaN: true }), (week, wild) => {
        const edge = wild < 4 ? 3.8 : 4.2;
        const [moved, most, rest] = [
          [...week, wild],
          [...week, edge],
          [...week, 4],
        ].map((one) => computeRobustMean(one, band) ?? 0);
        expect(Math.abs((moved ?? 0) - (rest ?? 0))).toBeLessThanOrEqual(Math.abs((most ?? 0) - (rest ?? 0)) + 1e-12);
      }),
    );
  });
});

it('the coefficient of variation is SD ÷ mean in %, from three days', () => {
  expect(computeCvPct([3, 4, 5])).toBeCloseTo(25, 12);
  expect(computeCvPct([3.5, 4, 4, 4.5])).toBeCloseTo((100 * meanSd([3.5, 4, 4, 4.5]).sd) / 4, 12);
  expect([[], [4], [3, 5], [-1, 0, 1]].map(computeCvPct)).toEqual([null, null, null, null]);
});

describe('evidence', () => {
  const BASELINE: Baseline = {
    days: 60,
    last13: 13,
    last6: 2,
    provisional: false,
    lnRmssd: { mean: 4, sd: 0.2, day: { mean: 4, low: 3.8, high: 4.2 }, trend: { mean: 4, low: 3.9, high: 4.1 } },
    hr: { mean: 50, sd: 2, band: { mean: 50, low: 48, high: 52 } },
    week: [3.9, 4.2],
    weekHr: [50, 51],
    together: 0.5,
    bridged: null,
    doubtSd: 0,
  };
  const weigh = (today: DayCheck | null, changes: Partial<Baseline> = {}, input: Partial<ReadinessInput> = {}) =>
    weighEvidence({ day: TODAY, checks: [], today, ...input }, today, undefined, { ...BASELINE, ...changes }, usualFelt([], TODAY));

  it('is how far today and the week lie from usual, in SDs, negative the worse', () => {
    expect(weigh(morning(0, 3.6, 55))).toMatchObject({
      hrv: { z: near(-2), position: 'below' },
      // Today counts as the end of its range, 3.8; half an SD is the half-width of the week's range.
      trend: { z: near((11.9 / 3 - 4) / 0.1), mean7: near(11.9 / 3), position: 'within', lowWithoutToday: false },
      hr: { z: -2.5, position: 'above' },
      learned: 14,
    });
    expect(weigh(morning(0, 4.3, 47))).toMatchObject({ hrv: { z: near(1.5), position: 'above' }, hr: { z: 1.5, position: 'below' } });
  });

  it('of a range that another strap widens is as far as the wider range says', () => {
    const wide = { mean: 4, sd: 0.2, day: { mean: 4, low: 3.6, high: 4.4 }, trend: { mean: 4, low: 3.9, high: 4.1 } };
    expect(weigh(morning(0, 3.6), { lnRmssd: wide }).hrv).toEqual({ z: near(-1), position: 'within' });
  });

  it('of the six days before is their robust mean in SDs of such means', () => {
    const week = [3.7, 3.8, 3.9, 4, 4, 4.1];
    // A normal value cut off at ± 1 SD has an SD of 0.716; 3.7 counts as 3.8.
    const sd = 0.2 * Math.sqrt(1 - Math.exp(-0.72)) * Math.sqrt(2 / 6 + 1 / 60);
    expect(weigh(morning(0, 4), { week }).week?.z).toBeCloseTo((23.6 / 6 - 4) / sd, 10);
    const hrSd = 2 * Math.sqrt(1 - Math.exp(-0.72)) * Math.sqrt(2 / 3 + 1 / 60);
    expect(weigh(morning(0, 4), { weekHr: [60, 50, 50] }).weekHr?.z).toBeCloseTo((50 - 152 / 3) / hrSd, 10);
    expect(weigh(morning(0, 4), { week: [4, 4], weekHr: [50, 50] })).toMatchObject({ week: null, weekHr: null });
  });

  it.each([
    [[3.8, 3.9], true],
    [[3.9, 3.95], false],
    [[4.3, 4.3], false],
    [[], false],
  ])('the days of a week of %j are low without today: %s', (week, low) => {
    expect(weigh(morning(0, 3), { week }).trend?.lowWithoutToday).toBe(low);
  });

  it('has no HRV before seven of fourteen days, without a check, or without a range', () => {
    const none = { hrv: null, trend: null, hr: null };
    expect(weigh(morning(0, 4), { last13: 5 })).toMatchObject({ ...none, learned: 6 });
    expect(weigh(morning(0, 4), { last13: 6 }).hrv).not.toBeNull();
    expect(weigh(null)).toMatchObject({ ...none, learned: 13 });
    expect(weigh({ ...morning(0, 4), afterWakingMin: 300 })).toMatchObject({ ...none, learned: 13 });
    expect(weigh(morning(0, 4), { lnRmssd: null })).toMatchObject(none);
    expect(weigh(morning(0, 4, null)).hr).toBeNull();
    expect(weigh(morning(0, 4), { hr: null }).hr).toBeNull();
  });

  it('has the week’s variation with today, where today counts', () => {
    expect(weigh(morning(0, 4.5)).cvPct).toBeCloseTo((100 * 0.3) / 4.2, 10);
    expect(weigh({ ...morning(0, 9), ruledOut: true }, { week: [3, 4, 5] }).cvPct).toBeCloseTo(25, 10);
  });

  it.each([
    // A quarter of fitness is one SD; a fitness below 10 counts as 10.
    [40, 50, -1],
    [40, 30, 1],
    [10, 5, 2],
    [5, 10, -2],
    [50, 50, 0],
  ])('a fitness of %d and fatigue of %d are %d SD', (ctl, atl, z) => {
    expect(weigh(null, {}, { load: { ctl, atl } }).load).toEqual({ z, ctl, atl });
  });

  it('has no load where either is not known', () => {
    for (const load of [
      { ctl: null, atl: 5 },
      { ctl: 5, atl: null },
    ])
      expect(weigh(null, {}, { load }).load).toBeNull();
    expect(weigh(null).load).toBeNull();
  });

  it('has health, race, fatigue and what was done since', () => {
    expect(weigh(null)).toMatchObject({ health: { ill: [] }, race: null, warned: false, since: { score: 0, hard: false }, felt: null });
    expect(
      weigh(null, {}, { ticked: ['fever'], events: [{ kind: 'race', atMs: 0, day: TODAY }], fatigue: { level: 'warn', signs: [] } }),
    ).toMatchObject({ health: { ill: ['fever'] }, race: 'today', warned: true });
    expect(weigh(null, {}, { fatigue: { level: 'watch', signs: [] } }).warned).toBe(false);
  });
});
