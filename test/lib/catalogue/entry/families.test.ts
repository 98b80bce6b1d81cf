import { describe, expect, it } from 'vitest';
import {
  BREATH_RATES,
  BREATHE_MINUTES,
  classesIn,
  FAMILIES,
  type Family,
  findEntry,
  isModality,
  isPlanned,
  modalitiesIn,
  TREATMENT_CLASSES,
  type TreatmentClass,
} from '../../../../lib/catalogue';

const FOOD = 'carbohydrate fluids protein';
const PLUNGE = 'cold-water-immersion contrast';

/** Every family with its modalities, in the order of the alphabet. */
const MEMBERS: Readonly<Record<Family, string>> = {
  compression: 'compression-garment ice-compression pneumatic-compression',
  massage: 'bed-massage foam-rolling massage-gun massage-therapy',
  gun: 'massage-gun',
  cold: `${PLUNGE} cryotherapy ice-compression local-cold`,
  heat: 'contrast infrared sauna warm-bath',
  electrical: 'pemf',
  light: 'red-light',
  supplements: 'creatine tart-cherry',
  protein: 'protein',
  'sauna-plunge-cryo': `${PLUNGE} cryotherapy infrared sauna`,
  'whole-body-cold': `${PLUNGE} cryotherapy`,
  'local-cold': 'ice-compression local-cold',
  water: `${PLUNGE} warm-bath`,
  plunge: PLUNGE,
  'food-and-drink': `${FOOD} creatine tart-cherry`,
  movement: 'active-recovery mobility',
  // Svetness: light soreness gets movement, stretching, rolling and fluids; intense soreness massage, hot or cold, and rest.
  'for-light-soreness': 'active-recovery cool-down fluids foam-rolling mobility stretching',
  'for-intense-soreness': `${PLUNGE} cryotherapy ice-compression infrared local-cold massage-gun massage-therapy rest-day sauna sleep warm-bath`,
  calm: 'active-recovery breathwork massage-therapy rest-day sleep warm-bath',
  // Running recovery: a taper needs sleep and food.
  'sleep-and-food': `${FOOD} sleep`,
  'when-ill': `${FOOD} rest-day sleep`,
  // Protein is not for kidney disease.
  'before-screening': 'carbohydrate fluids rest-day sleep',
  contact: 'compression-garment foam-rolling ice-compression local-cold massage-gun massage-therapy pneumatic-compression stretching',
};

describe('families', () => {
  it.each(Object.entries(MEMBERS) as [Family, string][])('%s: %s', (family, members) => {
    expect([...modalitiesIn(family)].sort()).toEqual(members.split(' ').sort());
  });

  it('are these and no others', () => {
    expect(Object.keys(FAMILIES).sort()).toEqual(Object.keys(MEMBERS).sort());
  });

  it('name the classes of devices that do the same to the body', () => {
    const classes: Readonly<Partial<Record<Family, readonly TreatmentClass[]>>> = {
      compression: ['compression'],
      massage: ['percussion', 'massage'],
      gun: ['percussion'],
      cold: ['thermal'],
      heat: ['thermal'],
      light: ['light'],
    };
    for (const family of Object.keys(MEMBERS) as Family[]) expect(classesIn(family), family).toEqual(classes[family] ?? []);
  });
});

it('devices are of seven classes', () => {
  expect(TREATMENT_CLASSES).toEqual(['percussion', 'massage', 'compression', 'thermal', 'light', 'belt', 'resistance']);
});

it('breathing: 4.5 to 6.5 a minute by halves, for 5 to 20 min', () => {
  expect(BREATH_RATES).toEqual([4.5, 5, 5.5, 6, 6.5]);
  expect(BREATHE_MINUTES).toEqual({ least: 5, most: 20 });
});

describe('an entry', () => {
  it('is found by the name of its file, and by nothing else', () => {
    expect(findEntry('sauna')?.modality).toBe('sauna');
    for (const id of ['', 'toString', 'Sauna']) expect([isModality(id), findEntry(id)]).toEqual([false, null]);
  });

  it('is planned where it has a window', () => {
    expect([isPlanned({ windows: [] }), isPlanned({ windows: [{ at: 'night', reason: 'every-night', weight: 1 }] })]).toEqual([
      false,
      true,
    ]);
  });
});
