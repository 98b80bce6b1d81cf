import { describe, expect, it } from 'vitest';
import { estimateSpread } from '../../../lib/readiness/robust';
import { meanSd } from './mornings';

/** docs/readiness.md: mean and SD after values beyond 2.5 robust SDs of the median are drawn in to that fence. */

describe('mean and SD', () => {
  it('are the plain ones where nothing lies outside the fence', () => {
    const values = [1, 2, 3, 4, 5, 6];
    const { mean, sd } = meanSd(values);
    expect(estimateSpread(values, null, 0)).toEqual({ mean: 3.5, sd: expect.closeTo(sd, 12), count: 6 });
    expect(mean).toBe(3.5);
  });

  it('are null without values; of one value there is no SD', () => {
    expect(estimateSpread([], null, 0)).toBeNull();
    expect(estimateSpread([7], null, 0)).toEqual({ mean: 7, sd: null, count: 1 });
    expect(estimateSpread([7], [0.5], 0)).toEqual({ mean: 7, sd: null, count: 1 });
    expect(estimateSpread([7, 9], null, 0)?.sd).toBeCloseTo(Math.SQRT2, 12);
  });

  it('are null where nothing has a weight', () => {
    expect(estimateSpread([7, 9], [0, 0], 0)).toBeNull();
  });

  it('have values outside drawn in to the fence by the median absolute deviation', () => {
    // Median 0, deviations 1, 1, 1, 1, 0, 100: their median is 1, the quartiles lie 2 apart. 1.4826 and 2 ÷ 1.349 = 1.48258.
    const values = [-1, -1, 0, 1, 1, 100, 0];
    // Sorted −1 −1 0 0 1 1 100: median 0, MAD 1, quartiles −0.5 and 1.
    const fence = 2.5 * 1.4826;
    expect(estimateSpread(values, null, 0)?.mean).toBeCloseTo(fence / 7, 12);
    expect(estimateSpread(values, null, 0)?.sd).toBeCloseTo(meanSd([-1, -1, 0, 1, 1, fence, 0]).sd, 12);
  });

  it('have them drawn in on the lower side as well', () => {
    expect(estimateSpread([-1, -1, 0, 1, 1, -100, 0], null, 0)?.mean).toBeCloseTo((-2.5 * 1.4826) / 7, 12);
  });

  it('have the fence by the quartiles where these say more', () => {
    // Median 0, MAD 0 (five of nine are 0), quartiles 0 and 2.
    const fence = (2.5 * 2) / 1.349;
    const values = [0, 0, 0, 0, 0, 2, 2, 2, 50];
    expect(estimateSpread(values, null, 0)?.mean).toBeCloseTo((6 + fence) / 9, 12);
  });

  it('have the fence by the least SD where values are alike', () => {
    expect(estimateSpread([4, 4, 4, 4, 4, 5], null, 0.1)?.mean).toBeCloseTo(4 + 0.25 / 6, 12);
    expect(estimateSpread([4, 4, 4, 4, 4, 5], null, 0)?.mean).toBe(4);
  });

  it('are weighted, and tell how many equally weighted values they are worth', () => {
    const spread = estimateSpread([1, 2, 4], [1, 0.5, 0.5], 0);
    // (1 + 1 + 2) ÷ 2; squares 1, 0 and 4 with their weights over 2 − 1.5 ÷ 2; 2² ÷ 1.5.
    expect(spread?.mean).toBeCloseTo(2, 12);
    expect(spread?.sd).toBeCloseTo(Math.sqrt((1 + 0.5 * 4) / (2 - 1.5 / 2)), 12);
    expect(spread?.count).toBeCloseTo(4 / 1.5, 12);
  });

  it('with equal weights are those without', () => {
    const values = [3, 4, 6, 9, 30];
    const [plain, half] = [estimateSpread(values, null, 0), estimateSpread(values, [0.5, 0.5, 0.5, 0.5, 0.5], 0)];
    expect(half?.mean).toBeCloseTo(plain?.mean ?? Number.NaN, 12);
    expect(half?.count).toBeCloseTo(5, 12);
    expect(half?.sd).toBeCloseTo(plain?.sd ?? Number.NaN, 12);
  });
});
