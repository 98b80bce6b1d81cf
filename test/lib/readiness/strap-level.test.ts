import { describe, expect, it } from 'vitest';
import { asOneSeries } from '../../../lib/readiness/bridge';
import type { CheckSeries, DayCheck } from '../../../lib/readiness/types';
import { meanSd, morning } from './mornings';

/** docs/readiness.md, "A new strap" and "A history without a sensor", in figures. */

const OLD: CheckSeries = { sensor: 'chest', strap: 'old', posture: 'lying', breathing: 'free' };
const NEW: CheckSeries = { ...OLD, strap: 'new' };
const TYPED: CheckSeries = { sensor: 'typed', strap: null, posture: null, breathing: null };
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const wave = (daysAgo: number) => (daysAgo % 2 === 0 ? 0.1 : -0.1);
const worn = (series: CheckSeries, on: readonly number[], ln: (daysAgo: number) => number = () => 4): DayCheck[] =>
  on.map((daysAgo) => ({ ...morning(daysAgo, ln(daysAgo)), series }));
/** By how much the old strap's checks are moved, and what is in doubt. */
function moved(checks: readonly DayCheck[], to: CheckSeries = NEW) {
  const other = asOneSeries(checks, to).find(({ series }) => series?.strap !== to.strap || series?.sensor !== to.sensor);
  return other === undefined ? null : { offset: other.offset, sd: other.doubtSd };
}
/** Normal prior 0 ± `prior`, evidence `mean` with `variance`. */
function posterior(mean: number, variance: number, prior = 0.1) {
  const precision = 1 / prior ** 2 + 1 / variance;
  return { offset: expect.closeTo(mean / variance / precision, 12), sd: expect.closeTo(Math.sqrt(1 / precision), 12) };
}

describe('which checks stand in one line', () => {
  const stands = (a: CheckSeries | undefined, b: CheckSeries | undefined) =>
    asOneSeries([a === undefined ? morning(1, 4) : { ...morning(1, 4), series: a }], b).length === 1;

  it.each<[string, CheckSeries | undefined, CheckSeries | undefined, boolean]>([
    ['one strap', OLD, OLD, true],
    ['two straps of a class', OLD, NEW, true],
    ['two classes', { ...OLD, sensor: 'optical' }, NEW, false],
    ['two postures', { ...OLD, posture: 'sitting' }, NEW, false],
    ['two ways of breathing', { ...OLD, breathing: 'paced' }, NEW, false],
    ['a posture that is not known', { ...OLD, posture: null }, NEW, false],
    ['a typed history and a strap', TYPED, NEW, true],
    ['a strap and a typed history', NEW, TYPED, true],
    ['a typed history with another posture', { ...TYPED, posture: 'standing' }, NEW, false],
    ['a typed history with the same posture', { ...TYPED, posture: 'lying' }, NEW, true],
    ['a typed history and breathing that differs', { ...TYPED, breathing: 'paced' }, NEW, false],
    ['a history of an app', { ...TYPED, sensor: 'hrv4training' }, NEW, true],
  ])('%s: %s', (_, a, b, one) => {
    expect(stands(a, b)).toBe(one);
  });

  it('checks of no series stand with their like alone', () => {
    const none = morning(1, 4);
    const strap = { ...morning(2, 4), series: NEW };
    expect(asOneSeries([none, strap], NEW)).toHaveLength(1);
    expect(asOneSeries([none, morning(3, 4)])).toHaveLength(2);
    // The latest tells which line it is.
    expect(asOneSeries([none, strap])).toMatchObject([{ day: none.day }]);
    expect(asOneSeries([morning(5, 4), strap])).toMatchObject([{ day: strap.day }]);
    expect(asOneSeries([strap, morning(5, 4)])).toMatchObject([{ day: strap.day }]);
  });

  it('those of one strap are left as they are', () => {
    expect(asOneSeries(worn(NEW, [1, 2]), NEW)).toEqual(worn(NEW, [1, 2]).map((check) => ({ ...check, offset: 0, doubtSd: 0 })));
    expect(asOneSeries([])).toEqual([]);
  });
});

describe('the difference of two straps', () => {
  it('is 0 ± 0.1 before any evidence, 0 ± 0.4 from or to a history', () => {
    expect(moved(worn(OLD, days(1, 20)))).toEqual({ offset: 0, sd: 0.1 });
    expect(moved(worn(TYPED, days(1, 20)))).toEqual({ offset: 0, sd: 0.4 });
    expect(moved(worn(NEW, days(1, 20)), TYPED)).toEqual({ offset: 0, sd: 0.4 });
  });

  it('is that of mornings with both, from two of them, and moves every other check', () => {
    const both = [...worn(NEW, [1, 2]), ...worn(OLD, [1, 2], () => 4.2), ...worn(OLD, days(30, 40), () => 4.2)];
    // Two differences of −0.2, each known to 0.15.
    const found = posterior(-0.2, 0.15 ** 2 / 2);
    const others = asOneSeries(both, NEW).slice(2);
    expect(moved(both)).toEqual(found);
    // Of days with both the one of today's strap counts.
    expect(others).toHaveLength(11);
    for (const { offset, lnRmssd } of others) expect(lnRmssd).toBeCloseTo(4.2 + offset, 12);
    expect(asOneSeries(both, NEW).slice(0, 2)).toMatchObject([
      { lnRmssd: 4, offset: 0, doubtSd: 0 },
      { lnRmssd: 4, offset: 0, doubtSd: 0 },
    ]);
  });

  it('is known no better than the differences vary', () => {
    const ln = (daysAgo: number) => 4 + 4 * wave(daysAgo);
    const both = [...worn(NEW, days(1, 4)), ...worn(OLD, days(1, 4), ln), ...worn(OLD, [30])];
    const { sd } = meanSd(days(1, 4).map((ago) => -4 * wave(ago)));
    expect(sd).toBeGreaterThan(0.15);
    expect(moved(both)).toEqual(posterior(0, sd ** 2 / 4));
  });

  it('is otherwise that of the mornings of either next to the change', () => {
    // 5 new ones and 20 old ones, of which the nearest 14 count; each differs by 0.15 at least, and 1.5 times as much for being in a row.
    const checks = [...worn(NEW, days(1, 5)), ...worn(OLD, days(6, 19), () => 4.2), ...worn(OLD, days(20, 30), () => 9)];
    expect(moved(checks)).toEqual(posterior(-0.2, 1.5 * 0.15 ** 2 * (1 / 5 + 1 / 14)));
    expect(moved([...checks].reverse())).toEqual(moved(checks));
  });

  it('is that of the mornings next to the change also where one morning has both', () => {
    // The new strap's own mornings are the four after it.
    const checks = [...worn(NEW, days(1, 5)), ...worn(OLD, days(5, 25), () => 4.2)];
    expect(moved(checks)).toEqual(posterior(-0.2, 1.5 * 0.15 ** 2 * (1 / 4 + 1 / 14)));
  });

  it('is that of a single morning after the change, whatever was measured before it', () => {
    const checks = [...worn(NEW, [1]), ...worn(OLD, days(2, 15), () => 4.2), ...worn(NEW, days(40, 45), () => 9)];
    expect(moved(checks)).toEqual(posterior(-0.2, 1.5 * 0.15 ** 2 * (1 + 1 / 14)));
  });

  it('of more than 14 of the new strap has the first 14', () => {
    const checks = [...worn(NEW, days(1, 6), () => 9), ...worn(NEW, days(7, 20)), ...worn(OLD, days(21, 34), () => 4.2)];
    expect(moved(checks)).toEqual(posterior(-0.2, 1.5 * 0.15 ** 2 * (2 / 14)));
  });

  it('is known no better than either strap varies, the new one from five mornings on', () => {
    const old = worn(OLD, days(6, 19), (ago) => 4 + 3 * wave(ago));
    const { sd } = meanSd(days(6, 19).map((ago) => 3 * wave(ago)));
    expect(moved([...worn(NEW, days(1, 5)), ...old])).toEqual(posterior(0, 1.5 * sd ** 2 * (1 / 5 + 1 / 14)));
    const wild = (on: number[]) => worn(NEW, on, (ago) => 4 + 9 * wave(ago));
    const four = meanSd(days(1, 4).map((ago) => 9 * wave(ago)));
    expect(moved([...wild(days(1, 4)), ...old])).toEqual(posterior(four.mean, 1.5 * sd ** 2 * (1 / 4 + 1 / 14)));
    const five = meanSd(days(1, 5).map((ago) => 9 * wave(ago)));
    expect(moved([...wild(days(1, 5)), ...old])).toEqual(posterior(five.mean, 1.5 * five.sd ** 2 * (1 / 5 + 1 / 14)));
  });

  it('of one morning each is known as one difference', () => {
    expect(moved([...worn(NEW, [1]), ...worn(OLD, [2], () => 4.2)])).toEqual(posterior(-0.2, 1.5 * 0.15 ** 2 * 2));
  });

  it('of a strap that was worn again is that of its latest mornings', () => {
    // Old, new, old again: no old morning lies before every new one, so that the last 14 of either count.
    const checks = [...worn(OLD, days(1, 14), () => 4.2), ...worn(NEW, days(15, 30)), ...worn(OLD, days(31, 40), () => 9)];
    expect(moved(checks)).toEqual(posterior(-0.2, 1.5 * 0.15 ** 2 * (2 / 14)));
  });

  it('is each strap’s own', () => {
    const third: CheckSeries = { ...OLD, strap: 'third' };
    const checks = [...worn(NEW, days(1, 5)), ...worn(OLD, days(6, 19), () => 4.2), ...worn(third, days(20, 33), () => 3.9)];
    const offsets = new Map(asOneSeries(checks, NEW).map(({ series, offset }) => [series?.strap, offset]));
    expect(offsets.get('new')).toBe(0);
    expect(offsets.get('old')).toBeLessThan(-0.05);
    expect(offsets.get('third')).toBeGreaterThan(0.02);
  });
});
