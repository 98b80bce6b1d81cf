import { describe, expect, it } from 'vitest';
import {
  CATALOGUE,
  type CatalogueEntry,
  canSpend,
  type Dose,
  type DoseChoice,
  lengthS,
  MODALITIES,
  regionsWithin,
  toSessionPlan,
} from '../../../../lib/catalogue';
import type { Region } from '../../../../lib/training';

const steps = (choice: DoseChoice) => toSessionPlan(choice)?.steps;
const gun = (doseId: string, changes: Partial<DoseChoice> = {}) => steps({ modality: 'massage-gun', doseId, ...changes });
const dose = ({ doses }: CatalogueEntry, id: string): Dose => {
  const found = doses.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no dose ${id}`);
  return found;
};
const FOUR: readonly Region[] = ['calves', 'quads', 'hamstrings', 'glutes'];

describe('a dose without a course', () => {
  it('is one stretch of its minutes, with its exposure and the temperature of its source', () => {
    expect(steps({ modality: 'sauna', doseId: 'alyze' })).toEqual([
      { seconds: 900, exposure: 'heat', rangeC: [80, 100], rangeOf: 'alyze' },
    ]);
  });

  it('has only what it knows', () => {
    expect(steps({ modality: 'mobility', doseId: 'session', minutes: 12 })).toEqual([{ seconds: 720 }]);
  });

  it('has one temperature at both ends where its source gives one', () => {
    expect(steps({ modality: 'cryotherapy', doseId: 'palm-health' })).toMatchObject([{ rangeC: [-100, -100], rangeOf: 'palm-health' }]);
  });

  it('names the region where it goes to one, and none where it goes to several', () => {
    const cold = (regions: readonly Region[]) => steps({ modality: 'local-cold', doseId: 'timed', regions });
    expect(cold(['knees'])).toEqual([{ seconds: 600, region: 'knees' }]);
    expect(cold(['knees', 'calves'])).toEqual([{ seconds: 600 }]);
    expect(cold([])).toEqual([{ seconds: 600 }]);
  });
});

describe('from region to region', () => {
  it('shares the minutes out, with 15 s to change place; the last one has what is left over', () => {
    // 6 min less twice 15 s are 330 s for three.
    expect(gun('three-muscles')).toEqual([
      { seconds: 110, region: 'calves' },
      { seconds: 15, pause: true },
      { seconds: 110, region: 'quads' },
      { seconds: 15, pause: true },
      { seconds: 110, region: 'hamstrings' },
    ]);
    // 5 min less twice 15 s are 270 s; of 301 s nothing is lost.
    expect(steps({ modality: 'foam-rolling', doseId: 'shared-half', minutes: 5 + 1 / 60 })?.filter(({ pause }) => !pause)).toEqual([
      { seconds: 90, region: 'calves' },
      { seconds: 90, region: 'quads' },
      { seconds: 91, region: 'hamstrings' },
    ]);
  });

  it('is one stretch where no region is named', () => {
    expect(gun('two-muscles', { regions: [] })).toEqual([{ seconds: 240 }]);
  });

  it.each([
    // One muscle for each two minutes, the first ones first.
    ['one-muscle', 1],
    ['two-muscles', 2],
    ['three-muscles', 3],
    ['five-muscles', 4],
  ])('a gun has time for as many muscles as its dose says: %s', (id, count) => {
    const of = dose(CATALOGUE['massage-gun'], id);
    expect(regionsWithin(of, of.minutes, FOUR)).toEqual(FOUR.slice(0, count));
  });

  it.each([
    // At least 60 s each, 15 s to change place: four need 285 s.
    [285 / 60, 4],
    [284 / 60, 3],
    [1, 1],
    [0.5, 1],
  ])('a roller has a minute at each place, and one place at the least: %d min', (minutes, count) => {
    expect(regionsWithin(dose(CATALOGUE['foam-rolling'], 'shared-half'), minutes, FOUR)).toEqual(FOUR.slice(0, count));
  });

  it('a dose without such a course goes everywhere at once', () => {
    expect(regionsWithin(dose(CATALOGUE.stretching, 'after'), 1, FOUR)).toEqual(FOUR);
    expect(canSpend(dose(CATALOGUE.stretching, 'after'), 100, [])).toBe(true);
  });

  it.each([
    // At most 120 s at one muscle: one muscle has room for 2 min, two for 4 min and the 15 s between.
    ['one-muscle', 2, 1, true],
    ['one-muscle', 2 + 1 / 60, 1, false],
    ['two-muscles', 4.25, 2, true],
    ['two-muscles', 4.25 + 1 / 60, 2, false],
    ['two-muscles', 4, 1, false],
    ['one-muscle', 2, 0, false],
  ])('whether a gun can spend them: %s, %d min on %d', (id, minutes, count, can) => {
    expect(canSpend(dose(CATALOGUE['massage-gun'], id), minutes, FOUR.slice(0, count))).toBe(can);
  });

  it.each([
    [10, true],
    [10 + 1 / 60, false],
  ])('a roller stays at one place for 10 min at most: %d', (minutes, can) => {
    expect(canSpend(dose(CATALOGUE['foam-rolling'], 'shared-half'), minutes, ['calves'])).toBe(can);
  });
});

describe('in rounds', () => {
  const HEAT = { sauna: { rangeC: [80, 100], rangeOf: 'alyze' }, 'warm-bath': { rangeC: [38, 42], rangeOf: 'ours' } } as const;
  const COLD = { seconds: 60, exposure: 'cold', rangeC: [10, 15], rangeOf: 'running-recovery' };

  it.each(['sauna', 'warm-bath'] as const)('%s: four minutes of heat, one of cold, four times', (variant) => {
    const round = [{ seconds: 240, exposure: 'heat', ...HEAT[variant] }, COLD];
    expect(steps({ modality: 'contrast', doseId: 'in-turn', variant })).toEqual([...round, ...round, ...round, ...round]);
  });

  it('fewer minutes are fewer whole rounds', () => {
    expect(steps({ modality: 'contrast', doseId: 'in-turn', variant: 'sauna', minutes: 10 })).toHaveLength(4);
    expect(steps({ modality: 'contrast', doseId: 'in-turn', variant: 'sauna', minutes: 12.5 })).toHaveLength(6);
  });
});

describe('at paces', () => {
  it('the search for a breathing rate is two minutes at each of five, the fastest first', () => {
    expect(steps({ modality: 'breathwork', doseId: 'resonance-search' })).toEqual(
      [6.5, 6, 5.5, 5, 4.5].map((breathsPerMin) => ({ seconds: 120, breathsPerMin })),
    );
  });

  it.each(MODALITIES.flatMap((modality) => CATALOGUE[modality].doses.map((dose) => [modality, dose] as const)))(
    '%s: the steps add up to the minutes of the dose, and of each length that can be chosen',
    (modality, { id, minutes, lengthsMin = [] }: Dose) => {
      for (const variant of [null, ...CATALOGUE[modality].variants.map((one) => one.id)])
        for (const chosen of [minutes, ...lengthsMin])
          expect(lengthS(steps({ modality, doseId: id, variant, minutes: chosen }) ?? []), `${variant} ${chosen} min`).toBe(chosen * 60);
    },
  );

  it.each([
    [undefined, 5.5],
    [5, 5],
    [1, 4.5],
    [9, 6.5],
  ])('a pace that is chosen is held to the dose’s, in the middle where none is: %s', (pacePerMin, breathsPerMin) => {
    expect(steps({ modality: 'breathwork', doseId: 'paced', ...(pacePerMin === undefined ? {} : { pacePerMin }) })).toEqual([
      { seconds: 600, breathsPerMin },
    ]);
  });

  it('a dose without a pace has none, whatever is chosen', () => {
    expect(steps({ modality: 'mobility', doseId: 'session', pacePerMin: 5 })).toEqual([{ seconds: 900 }]);
  });
});
