import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilTo, clamp, roundDecimals, roundTo } from '../../../lib/core/numbers';
import { computeMean, computeMedian, computeQuantile, computeSd, fitLine, sortNumbers, sum } from '../../../lib/core/statistics';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });

describe('statistics', () => {
  it('are null without values, or 0 for a sum', () => {
    expect(sum([])).toBe(0);
    expect([computeMean([]), computeSd([]), computeMedian([]), computeQuantile([], 0.5), fitLine([], [])]).toEqual(Array(5).fill(null));
    expect(computeSd([4])).toBeNull();
  });

  it('agree with worked examples', () => {
    // Σ = 40, Σ(x − 5)² = 32, 32 ÷ 7 = 4.571…
    const eight = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(computeMean(eight)).toBe(5);
    expect(computeSd(eight)).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(computeMedian(eight)).toBe(4.5);
    // Type 7: place 0.25 · 3 = 0.75, between 1 and 2.
    expect(computeQuantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(fitLine([0, 1, 2], [1, 3, 5])).toEqual({ slope: 2, intercept: 1 });
    expect(fitLine([3, 3], [1, 5])).toEqual({ slope: 0, intercept: 3 });
  });

  it('take the median as the quantile of one half, for lists and typed arrays in any order', () => {
    fc.assert(
      fc.property(values, (list) => {
        const median = computeMedian(list);
        expect(computeQuantile(sortNumbers(list), 0.5)).toBeCloseTo(median ?? Number.NaN, 9);
        expect(computeMedian(Float64Array.from(list).reverse())).toBe(median);
        const [below, above] = [list.filter((one) => one <= (median ?? 0)), list.filter((one) => one >= (median ?? 0))];
        expect(Math.min(below.length, above.length)).toBeGreaterThanOrEqual(list.length / 2);
      }),
    );
  });

  it('shift and scale with their values', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), (list, by) => {
        expect(computeMean(list.map((one) => one + by))).toBeCloseTo((computeMean(list) ?? 0) + by, 6);
        if (list.length > 1) expect(computeSd(list.map((one) => one * by))).toBeCloseTo((computeSd(list) ?? 0) * Math.abs(by), 6);
      }),
    );
  });
});

describe('numbers', () => {
  it('are clamped to the nearer end, and unchanged in between', () => {
    expect([clamp(-1, 0, 10), clamp(11, 0, 10), clamp(4, 0, 10)]).toEqual([0, 10, 4]);
  });

  it('are rounded to steps and decimals', () => {
    expect([roundTo(274, 50), roundTo(275, 50), ceilTo(251, 50), ceilTo(250, 50)]).toEqual([250, 300, 300, 250]);
    expect([roundDecimals(0.3000000004, 1), roundDecimals(2.6456, 3)]).toEqual([0.3, 2.646]);
  });
});
