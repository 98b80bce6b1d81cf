import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { findAssociations, LEAST_EACH, type TrendDay, toss, trialResult } from '../../../lib/trends';
import { adjustedP } from '../../../lib/trends/discoveries';
import { criticalT, twoSidedP } from '../../../lib/trends/student-t';
import { randomFrom } from '../../support/rr-generator';

describe('Student’s t', () => {
  /** Tables of the t distribution. */
  it.each([
    [12.7062, 1, 0.05],
    [2.5706, 5, 0.05],
    [2.2281, 10, 0.05],
    [2.0423, 30, 0.05],
    [3.1693, 10, 0.01],
    [1.984, 100, 0.05],
  ])('t %f with %i degrees of freedom is p %f', (t, degrees, p) => {
    expect(twoSidedP(t, degrees)).toBeCloseTo(p, 4);
    expect(criticalT(p, degrees)).toBeCloseTo(t, 3);
  });
});

describe('false discoveries', () => {
  it('are controlled as in Benjamini and Hochberg 1995', () => {
    // Each p times the number of tests divided by its rank, made monotonic.
    expect(adjustedP([0.01, 0.04, 0.03, 0.5])).toEqual([0.04, 0.16 / 3, 0.16 / 3, 0.5].map((value) => expect.closeTo(value, 12)));
    expect(adjustedP([])).toEqual([]);
  });
});

const days = (count: number, done: (i: number) => boolean, of: (i: number, before: boolean) => number): TrendDay[] =>
  Array.from({ length: count }, (_, i) => ({
    day: addDays('2026-01-01', i),
    lnRmssd: of(i, i > 0 && done(i - 1)),
    hrBpm: null,
    soreness: null,
    load: 0,
    with: done(i) ? ['sauna'] : [],
  }));
const noise = () => {
  const random = randomFrom(3);
  return () => 0.01 * (random() - 0.5);
};

describe('differences on better mornings', () => {
  it('are found where they exist', () => {
    const random = randomFrom(9);
    const coin = Array.from({ length: 80 }, () => random() < 0.5);
    const jitter = noise();
    const [found] = findAssociations(
      days(
        80,
        (i) => coin[i] ?? false,
        (_, before) => 4 + (before ? 0.1 : 0) + jitter(),
      ),
    );
    if (!found?.known) throw new Error('not known');
    expect(found.difference).toBeCloseTo(0.1, 2);
    expect([found.told, found.low < 0.1, found.high > 0.1]).toEqual([true, true, true]);
  });

  it('are not computed with fewer than ten days of either kind', () => {
    const jitter = noise();
    const few = (count: number) =>
      findAssociations(
        days(
          60,
          (i) => i % 6 === 0 && i < 6 * count,
          () => 4 + jitter(),
        ),
      )[0];
    expect(few(LEAST_EACH - 1)).toMatchObject({ known: false, daysWith: 9 });
    expect(few(LEAST_EACH)).toMatchObject({ known: true, daysWith: 10 });
  });

  it('are unknown where equal to an adjusted variable, and empty without days', () => {
    expect(findAssociations([])).toEqual([]);
    const always = days(
      60,
      () => true,
      (i) => 4 + (i % 3) / 10,
    );
    expect(findAssociations(always).every(({ known }) => !known)).toBe(true);
  });

  it('are not compared across a change of the strap', () => {
    const random = randomFrom(4);
    const coin = Array.from({ length: 120 }, () => random() < 0.5);
    const jitter = noise();
    const changed = days(
      120,
      (i) => coin[i] ?? false,
      (i) => 4 + (i < 60 ? 0 : -0.3) + jitter(),
    ).map((day, i) => ({ ...day, series: i < 60 ? 'a' : 'b' }));
    const [found] = findAssociations(changed);
    if (!found?.known) throw new Error('not known');
    expect(Math.abs(found.difference)).toBeLessThan(0.01);
    expect(found.daysWith + found.daysWithout).toBe(118);
  });
});

describe('the coin toss', () => {
  it('property: is fixed by the seed, with two of each in every four', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 1000 }), (seed, block) => {
        const four = [0, 1, 2, 3].map((i) => toss(seed, 4 * block + i));
        expect(four.filter((toss) => toss === 'with').length).toBe(2);
        expect([0, 1, 2, 3].map((i) => toss(seed, 4 * block + i))).toEqual(four);
      }),
    );
  });

  it('comes first with and without equally often, and in all six orders', () => {
    const orders = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const order = [0, 1, 2, 3].map((i) => toss(seed, i)[4] ?? '-').join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('an experiment', () => {
  const trial = (seed: number, count: number, effect: number, jitter: () => number) =>
    Array.from({ length: count }, (_, index) => ({
      index,
      outcome: 4 + (toss(seed, index) === 'with' ? effect : 0) + jitter(),
      kept: true,
    }));

  it('has no result before its planned end', () => {
    expect(
      trialResult(
        1,
        trial(1, 27, 1, () => 0),
        7,
      ),
    ).toEqual({ done: false, blocks: 6, needed: 7 });
  });

  it('with six agreeing blocks has p = 2 ÷ 2⁶, and their difference', () => {
    const result = trialResult(5, trial(5, 24, 0.2, noise()), 6);
    expect(result).toMatchObject({ done: true, blocks: 6, kept: 1, p: 2 / 64 });
    expect(result.done && result.difference).toBeCloseTo(0.2, 1);
  });

  it('with many blocks uses random flips: without effect p is mostly above 0.05', () => {
    const random = randomFrom(11);
    let small = 0;
    for (let seed = 0; seed < 60; seed++) {
      const result = trialResult(
        seed,
        trial(seed, 64, 0, () => random() - 0.5),
        16,
      );
      if (result.done && result.p <= 0.05) small++;
    }
    expect(small).toBeLessThanOrEqual(8);
  });
});
