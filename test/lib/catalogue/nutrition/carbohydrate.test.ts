import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCarbohydrateDay, findBetweenStarts, findMealsBefore, findPerKgBefore } from '../../../../lib/catalogue';
import {
  type FuelSession,
  findCarbohydrateOn,
  findCarbohydratePerKg,
  findStillToEat,
  LIGHT_DAY_G_PER_KG,
  type ScoredActivity,
  toFuelSessions,
  toGrams,
} from '../../../../lib/training';

const HOUR = 3_600_000;
const did = (minutes: number, effort: FuelSession['effort'], strength = false): FuelSession => ({ minutes, effort, strength });

describe('carbohydrate of a day, g/kg', () => {
  // Thomas 2016: light 3–5, about an hour 5–7, one to three hours 6–10, more only beyond that.
  it.each<[string, readonly FuelSession[], readonly [number, number]]>([
    ['nothing', [], [3, 5]],
    ['an easy jog of 20 min', [did(20, 'easy')], [3, 5]],
    ['20 hard minutes', [did(20, 'hard')], [3, 5]],
    ['a moderate hour', [did(60, 'moderate')], [5, 7]],
    ['a hard hour', [did(60, 'hard')], [5, 7]],
    ['an hour of lifting', [did(60, 'hard', true)], [3, 5]],
    ['a long run of 2 h 15', [did(135, 'moderate')], [6, 8]],
    ['an easy long run of 2 h 15', [did(135, 'easy')], [6, 8]],
    ['two hard hours', [did(60, 'hard'), did(60, 'hard')], [7, 10]],
    ['three hours', [did(180, 'moderate')], [7, 10]],
    ['four hours', [did(240, 'moderate')], [8, 12]],
  ])('%s', (_, sessions, band) => {
    expect(findCarbohydratePerKg(sessions, [])).toEqual(band);
  });

  it('is that of the evening before, where that was more', () => {
    expect(findCarbohydratePerKg([], [did(135, 'moderate')])).toEqual([6, 8]);
    expect(findCarbohydratePerKg([did(135, 'moderate')], [did(60, 'hard')])).toEqual([6, 8]);
  });

  it('property: more training never means less, and never 8–10 g/kg for up to an hour', () => {
    const session = fc.record({
      minutes: fc.integer({ min: 1, max: 300 }),
      effort: fc.constantFrom('easy', 'moderate', 'hard'),
      strength: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(session, { maxLength: 4 }), session, (some, more) => {
        const [before, after] = [
          findCarbohydratePerKg(some as FuelSession[], []),
          findCarbohydratePerKg([...some, more] as FuelSession[], []),
        ];
        expect(after[0]).toBeGreaterThanOrEqual(before[0]);
        expect(after[1]).toBeGreaterThanOrEqual(before[1]);
        if (more.minutes <= 60) expect(findCarbohydratePerKg([more as FuelSession], [])[1]).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('carbohydrate on a date', () => {
  const run = (day: string, start: string, minutes: number): ScoredActivity & { readonly timeZone: string } => ({
    sport: 'run',
    startMs: Date.parse(`${day}T${start}:00+02:00`),
    movingTimeS: minutes * 60,
    avgHrBpm: null,
    rpe: 8,
    kind: null,
    regions: [],
    day,
    score: 100,
    basis: 'effort',
    timeZone: 'Europe/Berlin',
  });

  it('counts what was done and what is planned on it, and the evening before', () => {
    const [MONDAY, TUESDAY] = ['2026-05-04', '2026-05-05'];
    expect(findCarbohydrateOn(MONDAY, [run(MONDAY, '07:00', 60)], [])).toEqual([5, 7]);
    expect(findCarbohydrateOn(MONDAY, [run(MONDAY, '07:00', 60)], [did(60, 'hard')])).toEqual([7, 10]);
    expect(findCarbohydrateOn(TUESDAY, [run(MONDAY, '11:30', 60)], [])).toEqual([5, 7]);
    expect(findCarbohydrateOn(TUESDAY, [run(MONDAY, '10:30', 60)], [])).toEqual([3, 5]);
    expect(findCarbohydrateOn(TUESDAY, [run('2026-05-03', '19:00', 60)], [])).toEqual([3, 5]);
  });

  it('counts an event that has no session of its own', () => {
    const [day, nowMs] = ['2026-05-04', Date.parse('2026-05-04T06:00:00Z')];
    const race = { kind: 'race', atMs: nowMs + 2 * HOUR, day } as const;
    const planned = { sport: 'run', atMs: nowMs + 2 * HOUR, minutes: 90, intensity: 'hard', day } as const;
    expect(toFuelSessions([], [race], day, nowMs)).toEqual([{ minutes: 120, effort: 'hard', strength: false }]);
    expect(toFuelSessions([planned], [race], day, nowMs)).toEqual([{ minutes: 90, effort: 'hard', strength: false }]);
    expect(toFuelSessions([planned], [race], day, nowMs + 3 * HOUR)).toEqual([]);
    expect(toFuelSessions([{ ...planned, sport: 'walk', intensity: 'easy' }], [], day, nowMs)).toEqual([]);
  });
});

describe('what is still to eat', () => {
  it('is all of it at the beginning of the day, and less later', () => {
    expect(findStillToEat([5, 7], 60, 0)).toEqual([300, 420]);
    // At half of the day 1.5–2.5 g/kg of a light day are eaten.
    expect(findStillToEat([5, 7], 60, 0.5)).toEqual([210, 270]);
    expect(findStillToEat([5, 7], 60, 1)).toEqual([120, 120]);
  });

  it('property: is never more than the day, nor below nothing', () => {
    const band = fc.constantFrom([3, 5], [5, 7], [6, 8], [7, 10], [8, 12]) as fc.Arbitrary<readonly [number, number]>;
    fc.assert(
      fc.property(band, fc.integer({ min: 30, max: 150 }), fc.double({ min: 0, max: 1, noNaN: true }), (perKg, massKg, gone) => {
        const [low, high] = findStillToEat(perKg, massKg, gone);
        expect([low >= 0, low <= high, high <= toGrams(perKg, massKg)[1]]).toEqual([true, true, true]);
      }),
    );
  });

  it('stands in the one figure of the day, with g/kg and grams', () => {
    expect(describeCarbohydrateDay([5, 7], 60, 0.5)).toEqual({
      carbohydrateGPerKg: [5, 7],
      carbohydrateG: [300, 420],
      carbohydrateStillG: [210, 270],
    });
    expect(describeCarbohydrateDay([5, 7], 60, 0)).toEqual({ carbohydrateGPerKg: [5, 7], carbohydrateG: [300, 420] });
    expect(describeCarbohydrateDay(null, null, 0.5)).toEqual({ carbohydrateGPerKg: LIGHT_DAY_G_PER_KG });
  });
});

describe('before a session', () => {
  it.each([
    [300, ['meal 240–180', 'snack 60–30']],
    [200, ['meal 200–180', 'snack 60–30']],
    [150, ['small-meal 120–60', 'snack 60–30']],
    [60, ['small-meal 60–60', 'snack 60–30']],
    [45, ['snack 45–30']],
    [30, ['snack 30–30']],
    [20, []],
  ])('up for %d min: %j', (awakeMin, meals) => {
    expect(findMealsBefore(awakeMin).map(({ kind, fromMin, toMin }) => `${kind} ${fromMin}–${toMin}`)).toEqual(meals);
  });

  it('property: nothing is eaten before the user is up', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 900 }), (awakeMin) => {
        for (const { fromMin, toMin } of findMealsBefore(awakeMin)) {
          expect(fromMin).toBeLessThanOrEqual(awakeMin);
          expect(toMin).toBeLessThanOrEqual(fromMin);
        }
      }),
    );
  });

  it.each([
    [1, [1, 1]],
    [2, [1, 2]],
    [3, [1, 3]],
    [4, [1, 4]],
    [9, [1, 4]],
  ])('%d h before: %j g/kg', (hours, perKg) => {
    expect(findPerKgBefore(hours)).toEqual(perKg);
  });
});

describe('between two starts', () => {
  const heat = { startMs: 0, endMs: HOUR };
  it('less than eight hours apart: 1–1.2 g/kg an hour, for at most four hours', () => {
    expect(findBetweenStarts(heat, { startMs: 6 * HOUR })).toEqual({ perKgHour: [1, 1.2], hours: 4 });
    expect(findBetweenStarts(heat, { startMs: 3 * HOUR })).toEqual({ perKgHour: [1, 1.2], hours: 2 });
    expect(findBetweenStarts(heat, { startMs: 8 * HOUR })).toBeNull();
    expect(findBetweenStarts(heat, { startMs: 0 })).toBeNull();
  });
});
