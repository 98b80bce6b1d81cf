import { describe, expect, it } from 'vitest';
import {
  CATALOGUE,
  EQUIPMENT,
  findContraindications,
  isPlanned,
  MODALITIES,
  type Modality,
  NAMED_ONLY,
  SOURCES,
} from '../../../../lib/catalogue';

/** Sources, grades and figures of each modality, copied from the guides and not from the catalogue. */

const ROWS: Readonly<Partial<Record<Modality, readonly [seeds: string, trials: string]>>> = {
  'cool-down': ['svetness running-recovery', 'mixed'],
  'active-recovery': ['svetness running-recovery', 'mixed'],
  'foam-rolling': ['palm-health svetness running-recovery', 'moderate'],
  stretching: ['palm-health svetness running-recovery', 'little'],
  mobility: ['svetness', 'little'],
  'massage-gun': ['fleet-feet running-recovery', 'mixed'],
  'massage-therapy': ['svetness fleet-feet running-recovery', 'moderate'],
  'pneumatic-compression': ['palm-health fleet-feet running-recovery', 'mixed'],
  'compression-garment': ['fleet-feet running-recovery', 'mixed'],
  'kinesiology-tape': ['fleet-feet', 'little'],
  'ice-compression': ['fleet-feet', 'little'],
  'cold-water-immersion': ['palm-health alyze fleet-feet running-recovery', 'moderate'],
  cryotherapy: ['palm-health fleet-feet', 'developing'],
  'local-cold': ['running-recovery', 'mixed'],
  sauna: ['alyze', 'developing'],
  infrared: ['palm-health', 'developing'],
  contrast: ['alyze', 'mixed'],
  'red-light': ['alyze', 'moderate'],
  pemf: ['alyze', 'developing'],
  'warm-bath': ['running-recovery', 'little'],
  breathwork: ['alyze', 'moderate'],
  protein: ['palm-health svetness alyze fleet-feet running-recovery', 'moderate'],
  carbohydrate: ['alyze running-recovery', 'strong'],
  fluids: ['svetness running-recovery', 'strong'],
  creatine: ['palm-health', 'moderate'],
  'tart-cherry': ['running-recovery', 'mixed'],
  sleep: ['alyze fleet-feet running-recovery', 'strong'],
  'rest-day': ['running-recovery', 'moderate'],
  // No source names it.
  'bed-massage': ['', 'none'],
};

/** Pairs of temperature and longest minutes, by source. */
const PAIRS = [
  ['running-recovery', '10,15', 15],
  ['palm-health', '10,15', 5],
  ['alyze', '3,10', 5],
  ['ours', '14,15', 2],
] as const;

it.each(Object.entries(ROWS))('%s has the guides and the grade of its row', (modality, [guides, trials]) => {
  const entry = CATALOGUE[modality as Modality];
  expect([entry.modality, entry.guides.join(' '), entry.grades.trials]).toEqual([modality, guides, trials]);
});

describe.each(MODALITIES)('%s', (modality) => {
  const entry = CATALOGUE[modality];

  it('names the source of each dose, and has a window, steps and known equipment', () => {
    for (const { whose, minutesWhose, minutesRange, minutes } of entry.doses) {
      expect(whose === 'ours' || whose === 'trials' || whose in SOURCES).toBe(true);
      if (whose !== 'ours' && whose !== 'trials' && SOURCES[whose].kind === 'guide')
        expect(entry.guides.some((seed) => seed === whose)).toBe(true);
      expect([undefined, 'ours']).toContain(minutesWhose);
      if (minutesRange !== undefined) expect(minutes >= minutesRange[0] && minutes <= minutesRange[1]).toBe(true);
    }
    expect(entry.doses.length).toBeGreaterThan(0);
    if (isPlanned(entry)) expect(entry.steps.length + entry.variants.length).toBeGreaterThan(0);
    for (const one of entry.equipment.flat()) expect(EQUIPMENT).toContain(one);
    for (const { doses } of entry.windows) for (const id of doses ?? []) expect(entry.doses.map((dose) => dose.id)).toContain(id);
  });
});

describe('the catalogue', () => {
  it('plans everything that the facts name, and nothing that no source names', () => {
    for (const [modality, [seeds]] of Object.entries(ROWS)) expect(isPlanned(CATALOGUE[modality as Modality])).toBe(seeds !== '');
  });

  it('never mixes a temperature of one source with the minutes of another', () => {
    const cold = CATALOGUE['cold-water-immersion'].doses.map(({ whose, temperatureC, minutesRange }) => [
      whose,
      String(temperatureC),
      minutesRange?.[1],
    ]);
    expect(cold).toEqual(PAIRS);
    expect(CATALOGUE.contrast.doses.map(({ temperatureC }) => temperatureC)).toEqual([undefined]);
  });

  it('uses the health questions for exclusions', () => {
    expect(findContraindications('massage-gun')).toEqual(expect.arrayContaining(['dvt', 'anticoagulant', 'active-cancer', 'fever']));
    expect(findContraindications('sleep')).toEqual([]);
    expect(findContraindications('protein')).toEqual(['kidney-disease']);
  });

  it('names melatonin and blood work but never plans them', () => {
    expect(NAMED_ONLY.map(({ id }) => id)).toEqual(['melatonin', 'blood-work']);
  });
});
