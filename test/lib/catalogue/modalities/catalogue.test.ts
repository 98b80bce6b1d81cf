import { describe, expect, it } from 'vitest';
import { CATALOGUE, EQUIPMENT, findContraindications, type Modality, NAMED_ONLY, SOURCES } from '../../../../lib/catalogue';

/** The table of facts/recovery.md: seeds, grades and figures of each row, copied from there and not from the catalogue. */

const ROWS: Readonly<Record<Modality, readonly [seeds: string, trials: string]>> = {
  'cool-down': ['001 004', 'mixed'],
  'active-recovery': ['001 004', 'mixed'],
  'foam-rolling': ['000 001 004', 'moderate'],
  stretching: ['000 001 004', 'little'],
  mobility: ['001', 'little'],
  'massage-gun': ['003 004', 'mixed'],
  'massage-therapy': ['001 003 004', 'moderate'],
  'pneumatic-compression': ['000 003 004', 'mixed'],
  'compression-garment': ['003 004', 'mixed'],
  'kinesiology-tape': ['003', 'little'],
  'ice-compression': ['003', 'little'],
  'cold-water-immersion': ['000 002 003 004', 'moderate'],
  cryotherapy: ['000 003', 'developing'],
  'local-cold': ['004', 'mixed'],
  sauna: ['002', 'developing'],
  infrared: ['000', 'developing'],
  contrast: ['002', 'mixed'],
  'red-light': ['002', 'moderate'],
  pemf: ['002', 'developing'],
  'warm-bath': ['004', 'little'],
  breathwork: ['002', 'moderate'],
  protein: ['000 001 002 003 004', 'moderate'],
  carbohydrate: ['002 004', 'strong'],
  fluids: ['001 004', 'strong'],
  creatine: ['000', 'moderate'],
  'tart-cherry': ['004', 'mixed'],
  sleep: ['002 003 004', 'strong'],
  'rest-day': ['004', 'moderate'],
};

/** Pairs of temperature and most minutes, by whose they are. */
const PAIRS = [
  ['004', '10,15', 15],
  ['000', '10,15', 5],
  ['002', '3,10', 5],
  ['ours', '14,15', 2],
] as const;

describe.each(Object.entries(ROWS) as [Modality, (typeof ROWS)[Modality]][])('%s', (modality, [seeds, trials]) => {
  const entry = CATALOGUE[modality];

  it('has the seeds and the grade of its row', () => {
    expect([entry.modality, entry.seeds.join(' '), entry.grades.trials]).toEqual([modality, seeds, trials]);
  });

  it('says whose each dose is, has a window, steps and known equipment', () => {
    for (const { whose, minutesWhose, minutesRange, minutes } of entry.doses) {
      expect(whose === 'ours' || whose === 'trials' || whose in SOURCES).toBe(true);
      if (whose !== 'ours' && whose !== 'trials' && SOURCES[whose].kind === 'seed')
        expect(entry.seeds.some((seed) => seed === whose)).toBe(true);
      expect([undefined, 'ours']).toContain(minutesWhose);
      if (minutesRange !== undefined) expect(minutes >= minutesRange[0] && minutes <= minutesRange[1]).toBe(true);
    }
    expect(entry.windows.length * entry.doses.length).toBeGreaterThan(0);
    expect(entry.steps.length + entry.variants.length).toBeGreaterThan(0);
    for (const one of entry.equipment.flat()) expect(EQUIPMENT).toContain(one);
    for (const { doses } of entry.windows) for (const id of doses ?? []) expect(entry.doses.map((dose) => dose.id)).toContain(id);
  });
});

describe('the catalogue', () => {
  it('never mixes a temperature of one source with the minutes of another', () => {
    const cold = CATALOGUE['cold-water-immersion'].doses.map(({ whose, temperatureC, minutesRange }) => [
      whose,
      String(temperatureC),
      minutesRange?.[1],
    ]);
    expect(cold).toEqual(PAIRS);
    expect(CATALOGUE.contrast.doses.map(({ temperatureC }) => temperatureC)).toEqual([undefined]);
  });

  it('asks the screening what is not for whom', () => {
    expect(findContraindications('massage-gun')).toEqual(expect.arrayContaining(['dvt', 'anticoagulant', 'active-cancer', 'fever']));
    expect(findContraindications('sleep')).toEqual([]);
    expect(findContraindications('protein')).toEqual(['kidney-disease']);
  });

  it('names melatonin and blood work and plans neither', () => {
    expect(NAMED_ONLY.map(({ id }) => id)).toEqual(['melatonin', 'blood-work']);
  });
});
