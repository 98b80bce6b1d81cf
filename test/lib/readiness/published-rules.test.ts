import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../support/rr-generator';
import { alternating, meanSd, morning, readinessOn, TODAY } from './mornings';

/**
 * Published rules of training by HRV, written from their descriptions, on series made from those descriptions, compared with the product's
 * verdicts for the same mornings, from HRV alone as theirs. Differences come from docs/readiness.md: a single day is judged by ± 1 SD, not
 * ± 0.5, and what the day says is weighed with the week.
 */

/** Oldest first, today last. */
type Series = readonly number[];

/** Kiviniemi 2007 (Eur J Appl Physiol 101:743): below the mean − 1 SD of 10 days, or falling for two days: easy or rest, else hard. */
function kiviniemi(series: Series): 'hard' | 'easy or rest' {
  const [today = 0, yesterday = 0, before = 0] = [...series].reverse();
  const { mean, sd } = meanSd(series.slice(-11, -1));
  return today < mean - sd || (today < yesterday && yesterday < before) ? 'easy or rest' : 'hard';
}

/** Plews 2013 (Sports Med 43:773): the 7-day mean against the mean ± 0.5 SD. */
function plews(series: Series): 'below' | 'within' | 'above' {
  const { mean, sd } = meanSd(series.slice(0, -7));
  const week = meanSd(series.slice(-7)).mean;
  return week < mean - sd / 2 ? 'below' : week > mean + sd / 2 ? 'above' : 'within';
}

/** Vesterinen 2016 (Med Sci Sports Exerc 48:1347): hard only while the 7-day mean is inside the individual SWC, mean ± 0.5 SD of four weeks. */
function vesterinen(series: Series): 'hard' | 'easy' {
  const { mean, sd } = meanSd(series.slice(0, 28));
  const week = meanSd(series.slice(-7)).mean;
  return Math.abs(week - mean) <= sd / 2 ? 'hard' : 'easy';
}

function product(series: Series) {
  const today = series.at(-1) ?? 0;
  const history = series.slice(0, -1).map((value, i) => morning(series.length - 1 - i, value, null));
  return readinessOn(history, TODAY, morning(0, today, null));
}

/** 60 mornings around 4.0 with an SD of 0.15, then those of the case. */
function followedBy(...last: readonly number[]): number[] {
  const random = randomFrom(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const usual = Array.from({ length: 60 }, normal);
  const { mean, sd } = meanSd(usual);
  return [...usual.map((value) => 4 + (0.15 * (value - mean)) / sd), ...last];
}
const week = (value: number) => Array.from({ length: 6 }, () => value);

describe('Kiviniemi 2007', () => {
  it('an ordinary morning is for hard work, in both', () => {
    const series = followedBy(...week(4.0), 4.08);
    expect([kiviniemi(series), product(series).verdict]).toEqual(['hard', 'push']);
  });

  it('a morning below its range is easy, in both', () => {
    const series = followedBy(...week(3.97), 3.7);
    expect([kiviniemi(series), product(series).verdict]).toEqual(['easy or rest', 'easy']);
  });

  it('a morning below its range after a good week is easy there, and one step lower here', () => {
    const series = followedBy(...week(4.08), 3.7);
    expect([kiviniemi(series), product(series).verdict]).toEqual(['easy or rest', 'normal']);
    expect(product(series).rule).toBe('only-day-low');
  });

  it('two falling mornings within the range are easy there, but ordinary here', () => {
    const series = followedBy(...week(4.02).slice(0, 4), 4.1, 4.05, 4.01);
    expect([kiviniemi(series), product(series).day?.position]).toEqual(['easy or rest', 'within']);
    expect(['push', 'normal']).toContain(product(series).verdict);
  });
});

describe('Plews 2013', () => {
  it.each([
    ['a week at the mean', 4.0, 'within'],
    ['a low week', 3.88, 'below'],
    ['a high week', 4.12, 'above'],
  ] as const)('%s: the trend agrees with theirs', (_, level, position) => {
    const series = followedBy(...week(level), level);
    expect([plews(series), product(series).trend?.position]).toEqual([position, position]);
  });

  it('a low week makes an easy day, although today is within its range', () => {
    expect(product(followedBy(...week(3.88), 3.9))).toMatchObject({ verdict: 'easy', rule: 'trend-low' });
  });

  it('fewer than three days of the week say little, and confidence is low', () => {
    const history = alternating(60).filter((_, i) => i > 5);
    expect(readinessOn(history, TODAY, morning(0, 4)).confidence).toBe('low');
  });
});

describe('Vesterinen 2016', () => {
  it('inside the SWC is hard there, and at least as planned here', () => {
    const series = followedBy(...week(4.01), 4.05);
    expect([vesterinen(series), product(series).verdict]).toEqual(['hard', 'push']);
  });

  it('below it is easy, in both', () => {
    const series = followedBy(...week(3.85), 3.9);
    expect([vesterinen(series), product(series).verdict]).toEqual(['easy', 'easy']);
  });

  it('above it is easy there; here an unusually high morning is not Ready for hard', () => {
    const series = followedBy(...week(4.15), 4.3);
    expect([vesterinen(series), product(series).verdict]).toEqual(['easy', 'normal']);
  });
});
