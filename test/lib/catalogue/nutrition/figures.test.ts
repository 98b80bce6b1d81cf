import { describe, expect, it } from 'vitest';
import {
  type AmountInput,
  bedtimeMinutes,
  computeAmount,
  findBedtime,
  findCycle,
  findExclusions,
  fluidsAfter,
  GLASS_ML,
  glasses,
  lowEnergyNote,
  proteinDay,
  proteinMeal,
  sweatLossMl,
  WARM_C,
  weighingSays,
} from '../../../../lib/catalogue';

const AMOUNTS = [
  'protein-meal',
  'protein-day',
  'carbohydrate-before',
  'carbohydrate-after',
  'carbohydrate-between',
  'creatine-day',
  'fluids-before',
  'fluids-after',
  'fluids-day',
] as const;

describe('protein', () => {
  it.each([
    // 0.25–0.4 g/kg (Jäger 2017; the 0.4 is ours), held to the 20–40 g of PALM Health.
    [40, 20, 20],
    [60, 20, 24],
    [90, 23, 36],
    [110, 28, 40],
    [170, 40, 40],
  ])('of a meal at %d kg: %d–%d g', (massKg, low, high) => {
    expect(proteinMeal(massKg)).toEqual({ low, high });
  });

  it.each([
    [64, 78, 20, 31],
    [65, 78, 31, 31],
    [68, 110, 44, 44],
    [70, null, 20, 40],
  ])('of a meal at %d years and %s kg: %d–%d g', (ageYears, massKg, low, high) => {
    expect(proteinMeal(massKg, ageYears)).toEqual({ low, high });
  });

  it('of a day at 62 kg: 1.4–2.0 g/kg, in whole grams', () => {
    expect(proteinDay(62)).toEqual({ low: 87, high: 124, whose: 'jager-2017' });
  });
});

describe('an amount of the catalogue', () => {
  const input: AmountInput = {
    massKg: 60,
    ageYears: 30,
    airC: 20,
    lossMl: null,
    hoursBefore: 2,
    session: { minutes: 60, effort: 'hard' },
    dayPerKg: [5, 7],
    gone: 0.5,
    hidden: new Map(),
  };
  const unknown: AmountInput = { ...input, massKg: null, ageYears: null, session: null, dayPerKg: null };

  it.each([
    ['protein-meal', { proteinG: [20, 24] }, { proteinG: [20, 40] }],
    ['protein-day', { proteinG: [84, 120] }, { proteinG: [80, 90] }],
    ['carbohydrate-before', { carbohydrateG: [60, 120] }, { carbohydrateGPerKg: [1, 2] }],
    [
      'carbohydrate-after',
      { carbohydrateG: [300, 420], carbohydrateGPerKg: [5, 7], carbohydrateStillG: [210, 270] },
      { carbohydrateGPerKg: [3, 5] },
    ],
    ['carbohydrate-between', { carbohydrateGPerHour: [60, 72] }, { carbohydrateGPerKgHour: [1, 1.2] }],
    ['creatine-day', { creatineG: [3, 5] }, { creatineG: [3, 5] }],
    ['fluids-before', { fluidMl: 250, toThirst: true }, { fluidMl: 250, toThirst: true }],
    // 10 ml/kg an hour at most: half to all of 600 ml.
    ['fluids-after', { fluidMl: [300, 600], toThirst: true }, { toThirst: true }],
    ['fluids-day', { toThirst: true }, { toThirst: true }],
  ] as const)('%s: %o, and %o where nothing is known', (amount, figures, without) => {
    expect(computeAmount(amount, input)).toEqual(figures);
    expect(computeAmount(amount, unknown)).toEqual(without);
  });

  it.each(AMOUNTS)('%s has no figure for an eating disorder, nor before the health questions are answered', (amount) => {
    const { figures } = findExclusions({
      ticked: ['eating-disorder'],
      doctorAgreed: ['eating-disorder'],
      ill: false,
      injured: false,
      pain: [],
    });
    for (const hidden of [figures, 'all'] as const) {
      const found = computeAmount(amount, { ...input, hidden });
      expect(found).toEqual(amount.startsWith('fluids') ? { toThirst: true } : { uncounted: 'named' });
    }
  });

  it('of carbohydrate is agreed with the team of somebody with diabetes, and shown once it is', () => {
    const findFigures = (...doctorAgreed: 'diabetes'[]) =>
      findExclusions({ ticked: ['diabetes'], doctorAgreed, ill: false, injured: false, pain: [] }).figures;
    expect(computeAmount('carbohydrate-after', { ...input, hidden: findFigures() })).toEqual({ uncounted: 'diabetes-team' });
    expect(computeAmount('protein-meal', { ...input, hidden: findFigures() })).toEqual({ proteinG: [20, 24] });
    expect(computeAmount('carbohydrate-before', { ...input, hidden: findFigures('diabetes') })).toEqual({ carbohydrateG: [60, 120] });
  });

  it('of water is thirst with a kidney disease, until a doctor agrees', () => {
    const { figures } = findExclusions({ ticked: ['kidney-disease'], ill: false, injured: false, pain: [] });
    expect(computeAmount('fluids-after', { ...input, hidden: figures })).toEqual({ toThirst: true });
  });
});

describe('fluids after', () => {
  const run = { massKg: 60, minutes: 120, effort: 'moderate', airC: 20, lossMl: null } as const;

  it.each([
    // 5, 7.5 and 10 ml/kg an hour, ours; half to all of the guess, by 50 ml.
    ['easy', 300, 600],
    ['moderate', 450, 900],
    ['hard', 600, 1200],
  ] as const)('two hours, %s, at 60 kg: %d–%d ml', (effort, lowMl, highMl) => {
    expect(fluidsAfter({ ...run, effort })).toEqual({ lowMl, highMl, weighed: false });
  });

  it('are 1.4 times as much from 25 °C on', () => {
    expect(WARM_C).toBe(25);
    expect([24.9, 25].map((airC) => fluidsAfter({ ...run, airC })?.highMl)).toEqual([900, 1250]);
    expect(fluidsAfter({ ...run, airC: null })?.highMl).toBe(900);
  });

  it('are never more than a litre an hour on a guess', () => {
    expect(fluidsAfter({ ...run, massKg: 140, minutes: 60, effort: 'hard' })?.highMl).toBe(1000);
  });

  it('are none on a guess for a session without minutes', () => {
    expect(fluidsAfter({ ...run, minutes: 0 })).toBeNull();
    expect(fluidsAfter({ ...run, minutes: 0.1, massKg: 100 })).not.toBeNull();
  });

  it('are 1.25–1.5 of what was weighed, whatever else is known', () => {
    expect(fluidsAfter({ ...run, lossMl: 820, massKg: null })).toEqual({ lowMl: 1050, highMl: 1250, weighed: true });
    expect(fluidsAfter({ ...run, lossMl: 0 })).toEqual({ lowMl: 0, highMl: 0, weighed: true });
  });

  it('in glasses of a quarter of a litre, to the half', () => {
    expect(GLASS_ML).toBe(250);
    expect([124, 125, 186, 188, 1000].map(glasses)).toEqual([0.5, 0.5, 0.5, 1, 4]);
  });
});

describe('a weighing', () => {
  const weighed = { beforeKg: 70, afterKg: 69, drunkMl: 0, passedMl: 0 };

  it.each([
    [{}, 1000],
    [{ drunkMl: 250 }, 1250],
    [{ passedMl: 250 }, 750],
    [{ afterKg: 70 }, 0],
    [{ afterKg: 70, passedMl: 1 }, null],
    // A tenth of the body mass is no sweat.
    [{ afterKg: 63.001 }, 6999],
    [{ afterKg: 63 }, null],
    [{ afterKg: 0 }, null],
    [{ beforeKg: 0, afterKg: 0 }, null],
    [{ afterKg: null }, null],
  ])('%o: %s ml', (changes, ml) => {
    expect(sweatLossMl({ ...weighed, ...changes })).toBe(ml);
  });

  it('no mass before is no weighing, and none after neither', () => {
    expect(sweatLossMl({ beforeKg: -1, afterKg: -1.01, drunkMl: 0, passedMl: 0 })).toBeNull();
    expect(sweatLossMl({ beforeKg: 1, afterKg: 0, drunkMl: 0, passedMl: 950 })).toBeNull();
  });

  it.each([
    // From 2 % lost, heat is off for the day.
    [50, 50, 'usual'],
    [50, 50.1, 'gained'],
    [50, 49.1, 'usual'],
    [50, 49, 'short-of-fluids'],
  ] as const)('%d kg before, %d kg after: %s', (before, after, says) => {
    expect(weighingSays(before, after)).toBe(says);
  });
});

describe('sleep', () => {
  it.each([
    [null, false, 8],
    [null, true, 9],
    [6, false, 7],
    [7, true, 7],
    [7.5, true, 7.5],
    [9.5, false, 9],
  ])('a target of %s h, competing %s: %d h', (target, competing, hours) => {
    expect(bedtimeMinutes(target, competing)).toBe(hours * 60);
  });

  it('bedtime is two digits each', () => {
    expect(findBedtime('10:05', 480)).toBe('02:05');
    expect(findBedtime('07', 420)).toBe('00:00');
    expect(findBedtime('', 60)).toBe('23:00');
  });
});

describe('the note on low energy', () => {
  const weighed = (...kg: readonly (readonly [day: number, kg: number])[]) => kg.map(([day, mass]) => ({ day, kg: mass }));
  const cycle = { sinceDays: 42, usualDays: 28 };
  const FALLEN = weighed([0, 50], [14, 49]);
  const note = (masses: ReturnType<typeof weighed>) => lowEnergyNote({ masses, cycle, trend: 'below' });

  it.each([
    ['two percent lost over two weeks', FALLEN, true],
    ['a little less lost', weighed([0, 50], [14, 49.1]), false],
    ['13 days', weighed([0, 50], [13, 49]), false],
    ['a gain', weighed([0, 49], [14, 50]), false],
    // A week at each end counts: the seventh day after the first does not, nor does the seventh before the last.
    ['a mean of the first week', weighed([0, 49], [6, 51], [20, 49]), true],
    ['what comes after the first week', weighed([0, 50], [7, 10], [20, 49]), true],
    ['a mean of the last week', weighed([0, 50], [14, 47], [20, 51]), true],
    ['what comes before the last week', weighed([0, 50], [13, 90], [20, 49]), true],
  ])('%s', (_, masses, said) => {
    expect(note(masses)).toBe(said);
  });

  it.each([
    [41, false],
    [42, true],
  ])('a period that is two weeks late: %d days of 28', (sinceDays, said) => {
    expect(lowEnergyNote({ masses: FALLEN, cycle: { sinceDays, usualDays: 28 }, trend: 'below' })).toBe(said);
  });

  it('only while the trend is below', () => {
    for (const trend of ['within', 'above', null] as const) expect(lowEnergyNote({ masses: FALLEN, cycle, trend })).toBe(false);
  });
});

describe('the length of cycles', () => {
  const begun = (...days: readonly number[]) => days.map((day) => ({ day, cycleDay: 1 }));

  it.each([
    [14, null],
    [15, 15],
    [60, 60],
    [61, null],
  ])('from 15 to 60 days: %d', (length, usualDays) => {
    expect(findCycle(begun(0, length), length + 5)).toEqual(usualDays === null ? null : { sinceDays: 5, usualDays });
  });

  it('is their median, the shorter of the middle two', () => {
    expect(findCycle(begun(0, 40, 66), 70)?.usualDays).toBe(26);
    expect(findCycle(begun(0, 40, 66, 96), 100)?.usualDays).toBe(30);
  });

  it('is the same in whatever order the days were said', () => {
    expect(findCycle(begun(66, 0, 40).concat({ day: 10, cycleDay: 11 }), 70)).toEqual({ sinceDays: 4, usualDays: 26 });
  });
});
