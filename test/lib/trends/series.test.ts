import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../lib/core/day';
import { computeMean } from '../../../lib/core/statistics';
import { computeCvPct, type DayCheck, findUsual } from '../../../lib/readiness';
import { dayGrid, heartSeries, loadSeries, saidSeries, weekMean } from '../../../lib/trends/series';

const FIRST = '2026-02-20';
const STRAP = { sensor: 'chest', strap: 'a', posture: 'lying', breathing: 'free' } as const;
const check = (place: number, lnRmssd: number, series: DayCheck['series'] = STRAP): DayCheck => ({
  day: addDays(FIRST, place),
  lnRmssd,
  hrBpm: 50 + place,
  ...(series === undefined ? {} : { series }),
});

describe('the days', () => {
  it('have no gaps, across months and leap years', () => {
    expect(dayGrid('2028-02-27', '2028-03-01')).toEqual(['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01']);
    expect(dayGrid('2026-03-02', '2026-03-01')).toEqual([]);
  });
});

describe('the heart series', () => {
  it('has each day’s values, and the mean of seven from the third on', () => {
    const days = dayGrid(FIRST, addDays(FIRST, 9));
    const { ln, lnMean7, hr, hrMean7 } = heartSeries([check(0, 4), check(2, 4.3), check(3, 4.6), check(9, 5)], days, 1);
    expect(ln).toEqual([4, null, 4.3, 4.6, null, null, null, null, null, 5]);
    expect(hr).toEqual([50, null, 52, 53, null, null, null, null, null, 59]);
    // Two values give no mean; from the fourth day (4 + 4.3 + 4.6) ÷ 3, until the first is older than 6 days.
    expect(lnMean7.slice(0, 3)).toEqual([null, null, null]);
    for (const place of [3, 4, 5, 6]) expect(lnMean7[place]).toBeCloseTo(4.3, 12);
    expect(lnMean7.slice(7)).toEqual([null, null, null]);
    expect(hrMean7[4]).toBeCloseTo(155 / 3, 12);
  });

  it('has the week’s coefficient of variation: SD (n − 1) ÷ mean', () => {
    const { cvPct } = heartSeries([check(0, 3), check(1, 4), check(2, 5)], dayGrid(FIRST, addDays(FIRST, 2)), 1);
    expect(cvPct).toEqual([null, null, 25]);
  });

  it('has a range only with enough earlier days, and none after a long gap', () => {
    const values = [4, 4.2, 3.8, 4.1, 3.9, 4, 4.2, 3.8, 4.1, 3.9, 4, 4.1];
    const checks = values.map((value, place) => check(place, value));
    const days = dayGrid(FIRST, addDays(FIRST, 40));
    const { lnLow, lnHigh } = heartSeries(checks, days, 1);
    expect(lnLow.slice(0, 6).every((low) => low === null)).toBe(true);
    const [low, high] = [lnLow[11] ?? Number.NaN, lnHigh[11] ?? Number.NaN];
    expect(low).toBeLessThan(4);
    expect(high).toBeGreaterThan(4);
    // Another value today does not change today's range.
    const other = heartSeries([...checks.slice(0, 11), check(11, 9)], days, 1);
    expect(other.lnLow[11]).toBe(lnLow[11]);
    expect(lnLow[40]).toBeNull();
  });

  it('has a wider range with a wider setting', () => {
    const checks = Array.from({ length: 40 }, (_, place) => check(place, 4 + 0.2 * Math.sin(place)));
    const days = dayGrid(FIRST, addDays(FIRST, 39));
    const width = (sd: number) => {
      const { lnLow, lnHigh } = heartSeries(checks, days, sd);
      return (lnHigh[39] ?? Number.NaN) - (lnLow[39] ?? Number.NaN);
    };
    expect(width(1.5) / width(0.75)).toBeCloseTo(2, 6);
  });

  it('starts a new mean with another strap', () => {
    const other = { ...STRAP, strap: 'b' };
    const checks = [check(0, 4), check(1, 4), check(2, 4), check(3, 5, other), check(4, 5, other), check(5, 5, other)];
    expect(heartSeries(checks, dayGrid(FIRST, addDays(FIRST, 5)), 1).lnMean7).toEqual([null, null, 4, null, null, 5]);
  });

  it('property: ranges do not change later, and values and means are the same for any span', () => {
    const values = fc.array(fc.option(fc.double({ min: 2, max: 6, noNaN: true }), { nil: null }), { minLength: 20, maxLength: 80 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 9 }), (all, every) => {
        const checks = all.flatMap((value, place) => (value === null ? [] : [check(place, value)]));
        const days = dayGrid(FIRST, addDays(FIRST, all.length - 1));
        const [exact, held] = [heartSeries(checks, days, 1), heartSeries(checks, days, 1, every)];
        expect(held.ln).toEqual(exact.ln);
        expect(held.lnMean7).toEqual(exact.lnMean7);
        for (let place = 0; place < days.length; place += every) expect(held.lnLow[place]).toBe(exact.lnLow[place]);
        exact.lnMean7.forEach((mean, place) => {
          const week = all.slice(Math.max(0, place - 6), place + 1).flatMap((value) => value ?? []);
          if (mean === null) return;
          expect(mean).toBeGreaterThanOrEqual(Math.min(...week) - 1e-9);
          expect(mean).toBeLessThanOrEqual(Math.max(...week) + 1e-9);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('the heart series by its definition', () => {
  const STRAPS = [STRAP, { ...STRAP, strap: 'b' }, { ...STRAP, posture: 'standing' }] as const;
  const day = fc.record({
    skipped: fc.boolean(),
    ln: fc.double({ min: 2, max: 6, noNaN: true }),
    strap: fc.nat(2),
    late: fc.boolean(),
    hr: fc.option(fc.integer({ min: 30, max: 90 }), { nil: null }),
  });

  it('property: uses the checks of the last seven days that are comparable to the latest', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 60 }), fc.nat(10), (all, before) => {
        const checks: DayCheck[] = all.flatMap(({ skipped, ln, strap, late, hr }, place) =>
          skipped
            ? []
            : [
                {
                  day: addDays(FIRST, place),
                  lnRmssd: ln,
                  hrBpm: hr,
                  series: STRAPS[strap] ?? STRAP,
                  ...(late ? { afterWakingMin: 300 } : {}),
                },
              ],
        );
        const days = dayGrid(addDays(FIRST, Math.min(before, all.length - 1)), addDays(FIRST, all.length + 3));
        const got = heartSeries(checks, days, 1);
        for (const [i, now] of days.entries()) {
          const latest = checks.filter((one) => one.day <= now).at(-1);
          const known = latest !== undefined && daysBetween(latest.day, now) <= 14;
          const week = !known
            ? []
            : checks.filter(
                (one) =>
                  one.day <= now && daysBetween(one.day, now) < 7 && one.series === latest.series && one.afterWakingMin === undefined,
              );
          const lns = week.map(({ lnRmssd }) => lnRmssd);
          const rates = week.flatMap(({ hrBpm }) => (hrBpm === null ? [] : [hrBpm]));
          expect(got.ln[i]).toBe(latest?.day === now ? latest.lnRmssd : null);
          expect(got.hr[i]).toBe(latest?.day === now ? latest.hrBpm : null);
          expect(got.lnMean7[i]).toBe(lns.length < 3 ? null : computeMean(lns));
          expect(got.hrMean7[i]).toBe(rates.length < 3 ? null : computeMean(rates));
          expect(got.cvPct[i]).toBe(computeCvPct(lns));
          // The range must equal a baseline computed for this day alone.
          const usual = known
            ? findUsual(
                checks.filter((one) => one.day <= now && daysBetween(one.day, now) <= 60),
                { ...latest, day: now },
                1,
              )
            : null;
          expect([got.lnLow[i], got.lnHigh[i]]).toEqual([usual?.lnRmssd?.low ?? null, usual?.lnRmssd?.high ?? null]);
          expect([got.hrLow[i], got.hrHigh[i]]).toEqual([usual?.hr?.low ?? null, usual?.hr?.high ?? null]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('needs three of seven values for a week’s mean', () => {
  expect(weekMean([1, 2, null, 3, null, null, null, null])).toEqual([null, null, null, 2, 2, 2, 2, null]);
});

it('answers are on their day; soreness is the maximum of all answers to it', () => {
  const said = saidSeries(
    [
      { day: addDays(FIRST, 1), soreness: 2, sore: [{ region: 'quads', level: 4 }], energy: 3, ill: true },
      { day: addDays(FIRST, 2), sleepHours: 7.5, injured: true },
    ],
    dayGrid(FIRST, addDays(FIRST, 3)),
  );
  expect(said.felt.soreness).toEqual([null, 4, null, null]);
  expect(said.felt.energy).toEqual([null, 3, null, null]);
  expect(said.sleepHours).toEqual([null, null, 7.5, null]);
  expect(said.unwell).toEqual([false, true, true, false]);
});

it('load is on its days, whether it began before or within them', () => {
  const loads = [0, 1, 2].map((place) => ({
    day: addDays(FIRST, place),
    score: 10 * place,
    ctl: 20 + place,
    atl: 30,
    tsb: -10 + place,
    monotony: null,
    strain: null,
  }));
  expect(loadSeries(loads, dayGrid(addDays(FIRST, 1), addDays(FIRST, 3))).ctl).toEqual([21, 22, null]);
  expect(loadSeries(loads, dayGrid(addDays(FIRST, -1), addDays(FIRST, 1))).score).toEqual([null, 0, 10]);
  expect(loadSeries([], [FIRST]).score).toEqual([null]);
});
