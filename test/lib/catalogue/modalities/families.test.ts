import { expect, it } from 'vitest';
import { FAMILIES, type Family, modalitiesIn } from '../../../../lib/catalogue';

const FOOD = 'carbohydrate fluids protein';
const PLUNGE = 'cold-water-immersion contrast';

/** Every family with its modalities, in the order of the alphabet. */
const MEMBERS: Readonly<Record<Family, string>> = {
  compression: 'compression-garment ice-compression pneumatic-compression',
  massage: 'bed-massage foam-rolling massage-gun massage-therapy',
  gun: 'massage-gun',
  'by-hand': 'bed-massage massage-therapy',
  garments: 'compression-garment ice-compression',
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
  // Carry out active recovery.
  machines: '',
  movement: 'active-recovery mobility',
  // Svetness: light soreness gets movement, stretching, rolling and fluids; intense soreness massage, hot or cold, and rest.
  'for-light-soreness': 'active-recovery cool-down fluids foam-rolling mobility stretching',
  'for-intense-soreness': `${PLUNGE} cryotherapy ice-compression infrared local-cold massage-gun massage-therapy rest-day sauna sleep warm-bath`,
  calm: 'active-recovery breathwork massage-therapy nap rest-day sleep warm-bath',
  // Running recovery: a taper needs sleep and food.
  'sleep-and-food': `${FOOD} sleep`,
  'when-ill': `${FOOD} rest-day sleep`,
  // Protein is not for kidney disease.
  'before-screening': 'carbohydrate fluids nap rest-day sleep',
  contact: 'compression-garment foam-rolling ice-compression local-cold massage-gun massage-therapy pneumatic-compression stretching',
};

it.each(Object.entries(MEMBERS) as [Family, string][])('%s: %s', (family, members) => {
  expect([...modalitiesIn(family)].sort()).toEqual(
    members
      .split(' ')
      .filter((one) => one !== '')
      .sort(),
  );
});

it('there are no other families', () => {
  expect(Object.keys(FAMILIES).sort()).toEqual(Object.keys(MEMBERS).sort());
});
