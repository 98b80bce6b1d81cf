import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bedtimeMinutes,
  findBedtime,
  findCycle,
  fluidsAfter,
  glasses,
  lowEnergyNote,
  proteinDay,
  proteinMeal,
  sessionLossMl,
  sweatLossMl,
  weighingSays,
} from '../../../../lib/catalogue';

const HOUR = 3_600_000;
const masses = fc.integer({ min: 35, max: 150 });

describe('protein', () => {
  it('per meal is within 20–40 g, and at least 0.25 g/kg when the mass is known', () => {
    expect(proteinMeal(null)).toEqual({ low: 20, high: 40 });
    expect(proteinMeal(100)).toEqual({ low: 25, high: 40 });
    expect(proteinMeal(80)).toEqual({ low: 20, high: 32 });
    fc.assert(
      fc.property(
        masses,
        (mass) => proteinMeal(mass).low >= 20 && proteinMeal(mass).high <= 40 && proteinMeal(mass).low <= proteinMeal(mass).high,
      ),
    );
  });

  it('per day is 1.4–2.0 g/kg, and PALM Health’s figure without a mass', () => {
    expect(proteinDay(70)).toEqual({ low: 98, high: 140, whose: 'jager-2017' });
    expect(proteinDay(null)).toEqual({ low: 80, high: 90, whose: 'palm-health' });
  });
});

describe('fluids', () => {
  const run = { massKg: 60, minutes: 60, effort: 'moderate', airC: 15, lossMl: null } as const;

  it('are 1.25–1.5 × a weighed loss', () => {
    expect(fluidsAfter({ ...run, lossMl: 1000 })).toEqual({ lowMl: 1250, highMl: 1500, weighed: true });
  });

  it('are a guess otherwise, more in the heat, none without a mass', () => {
    const cool = fluidsAfter(run);
    const hot = fluidsAfter({ ...run, airC: 32 });
    expect(cool?.weighed).toBe(false);
    expect(hot?.highMl ?? 0).toBeGreaterThan(cool?.highMl ?? 0);
    expect(fluidsAfter({ ...run, massKg: null })).toBeNull();
  });

  it('property: a guess is never more than a litre for an hour', () => {
    fc.assert(
      fc.property(masses, fc.integer({ min: 1, max: 600 }), fc.integer({ min: -20, max: 45 }), (massKg, minutes, airC) => {
        const guess = fluidsAfter({ massKg, minutes, airC, effort: 'hard', lossMl: null });
        return (guess?.highMl ?? 0) <= (minutes / 60) * 1000 + 25 && (guess?.lowMl ?? 0) <= (guess?.highMl ?? 0);
      }),
    );
  });

  it('in glasses of a quarter of a litre', () => {
    expect([0, 250, 500, 620].map(glasses)).toEqual([0, 1, 2, 2.5]);
  });

  it('lost are the lost mass plus what was drunk, minus what was passed', () => {
    expect(sweatLossMl({ beforeKg: 70, afterKg: 69.2, drunkMl: 500, passedMl: 100 })).toBe(1200);
    expect(sweatLossMl({ beforeKg: 70, afterKg: 71, drunkMl: 0, passedMl: 0 })).toBeNull();
    expect(sweatLossMl({ beforeKg: 70, afterKg: 60, drunkMl: 0, passedMl: 0 })).toBeNull();
    expect(sweatLossMl({ beforeKg: 70, afterKg: null, drunkMl: 500, passedMl: 0 })).toBeNull();
  });

  describe('the loss of a session', () => {
    const session = { id: 'run', startMs: 10 * HOUR, endMs: 11 * HOUR };
    const weighed = (afterKg: number | null, atMs = 9 * HOUR, activityId: string | null = null) => ({
      beforeKg: 70,
      afterKg,
      drunkMl: 0,
      passedMl: 0,
      atMs,
      activityId,
    });

    it('comes from the last complete weighing, even if that is implausible', () => {
      expect(sessionLossMl([], session)).toBeNull();
      expect(sessionLossMl([weighed(null)], session)).toBeNull();
      expect(sessionLossMl([weighed(69), weighed(69.5), weighed(null)], session)).toBe(500);
      expect(sessionLossMl([weighed(69), weighed(71)], session)).toBeNull();
      expect(sessionLossMl([weighed(69)], null)).toBeNull();
    });

    it('comes from a weighing that names the session, at any time, and never from one that names another', () => {
      expect(sessionLossMl([weighed(69, 2 * HOUR, 'run')], session)).toBe(1000);
      expect(sessionLossMl([weighed(69, 9 * HOUR, 'ride')], session)).toBeNull();
    });

    it.each([
      ['six hours before it', 4 * HOUR, 1000],
      ['longer before', 4 * HOUR - 1, null],
      ['at its end', 11 * HOUR, 1000],
      ['after it', 11 * HOUR + 1, null],
    ])('comes from a weighing without a session that began %s: %d', (_, atMs, loss) => {
      expect(sessionLossMl([weighed(69, atMs)], session)).toBe(loss);
    });
  });

  it('reports a gain, and a large loss', () => {
    expect([weighingSays(70, 70.4), weighingSays(70, 69.5), weighingSays(70, 68.6)]).toEqual(['gained', 'usual', 'short-of-fluids']);
  });
});

describe('sleep', () => {
  it('property: the target is within 7–9 h for any input', () => {
    fc.assert(
      fc.property(fc.option(fc.double({ min: 0, max: 24, noNaN: true })), fc.boolean(), (target, competing) => {
        const minutes = bedtimeMinutes(target, competing);
        return minutes >= 420 && minutes <= 540;
      }),
    );
    expect(bedtimeMinutes(null, true)).toBeGreaterThan(bedtimeMinutes(null, false));
  });
});

describe('the note on low energy', () => {
  const falling = Array.from({ length: 28 }, (_, day) => ({ day, kg: 60 - day * 0.08 }));
  const cycle = { sinceDays: 50, usualDays: 28 };

  it('appears when mass, cycle and HRV fall together', () => {
    expect(lowEnergyNote({ masses: falling, cycle, trend: 'below' })).toBe(true);
  });

  it.each([
    ['the mass holds', { masses: falling.map(({ day }) => ({ day, kg: 60 })), cycle, trend: 'below' }],
    ['the cycle is on time', { masses: falling, cycle: { sinceDays: 30, usualDays: 28 }, trend: 'below' }],
    ['no cycle is kept', { masses: falling, cycle: null, trend: 'below' }],
    ['HRV is usual', { masses: falling, cycle, trend: 'within' }],
    ['the mass was weighed for a few days only', { masses: falling.slice(0, 5), cycle, trend: 'below' }],
    ['there is no mass', { masses: [], cycle, trend: 'below' }],
  ] as const)('does not appear when %s', (_, signs) => {
    expect(lowEnergyNote(signs)).toBe(false);
  });
});

describe('bedtime', () => {
  it('is the sleep target before the wake-up time, across midnight or not', () => {
    expect(findBedtime('06:30', 480)).toBe('22:30');
    expect(findBedtime('09:00', 540)).toBe('00:00');
    expect(findBedtime('10:15', 480)).toBe('02:15');
  });

  it('plus the sleep gives the wake-up time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 420, max: 540 }), (wake, minutes) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const [hour = 0, minute = 0] = findBedtime(`${two(Math.floor(wake / 60))}:${two(wake % 60)}`, minutes)
          .split(':')
          .map(Number);
        expect((hour * 60 + minute + minutes) % 1440).toBe(wake);
      }),
    );
  });
});

describe('the cycle', () => {
  it('is computed from the recorded days: the last beginning, and the median length', () => {
    const said = [
      { day: 0, cycleDay: 1 },
      { day: 5, cycleDay: 6 },
      { day: 28, cycleDay: 1 },
      { day: 60, cycleDay: 3 },
      { day: 61, cycleDay: 4 },
      { day: 89, cycleDay: 2 },
    ];
    expect(findCycle(said, 100)).toEqual({ sinceDays: 12, usualDays: 30 });
  });

  it('is unknown before two beginnings, and a period that was not recorded is no long cycle', () => {
    expect(findCycle([], 10)).toBeNull();
    expect(findCycle([{ day: 3, cycleDay: 3 }], 10)).toBeNull();
    expect(
      findCycle(
        [
          { day: 0, cycleDay: 1 },
          { day: 90, cycleDay: 1 },
        ],
        100,
      ),
    ).toBeNull();
  });

  it('continues while the recorded days increase', () => {
    const said = [0, 28, 35, 60, 75].map((day) => ({ day, cycleDay: day === 0 ? 1 : day - 27 }));
    expect(findCycle(said, 80)).toEqual({ sinceDays: 52, usualDays: 28 });
  });
});
