import type { Equipment, MissingEquipment } from '../../lib/catalogue';
import { language, t } from '../../lib/i18n';
import type { Goal, Phase } from '../../lib/planner';
import type { DietLimit } from '../../lib/storage';

/** Texts for the user's settings of the plan. */

export const goalText = (goal: Goal): string => t(`planGoal_${goal}`);
export const phaseText = (phase: Phase): string => t(`planPhase_${phase}`);

const EQUIPMENT_WORDS = {
  'foam-roller': 'equipRoller',
  'massage-stick': 'equipStick',
  'massage-gun': 'equipGun',
  'compression-boots': 'equipBoots',
  'compression-garment': 'equipGarment',
  tape: 'equipTape',
  'cold-bath': 'equipColdBath',
  'cryo-chamber': 'equipCryo',
  'ice-pack': 'equipIce',
  sauna: 'equipSauna',
  'infrared-sauna': 'equipInfrared',
  'red-light': 'equipLight',
  pemf: 'equipPemf',
  'warm-bath': 'equipWarmBath',
  'walking-pad': 'equipPad',
  treadmill: 'equipTreadmill',
  stepper: 'equipStepper',
  elliptical: 'equipElliptical',
  bike: 'equipBike',
  'desk-bike': 'equipDeskBike',
} as const satisfies Record<Equipment, string>;

export const equipmentText = (one: Equipment): string => t(EQUIPMENT_WORDS[one]);

/** Everything that is missing, with all alternatives: "Sauna or Bathtub, and Cold bath". */
export function missingText({ all, oneOf }: MissingEquipment): string {
  const and = new Intl.ListFormat(language(), { type: 'conjunction' });
  const or = new Intl.ListFormat(language(), { type: 'disjunction' });
  const either = or.format(oneOf.map((set) => and.format(set.map(equipmentText))));
  const rest = and.format(all.map(equipmentText));
  return all.length === 0 ? either : oneOf.length === 0 ? rest : t('planMissingBoth', either, rest);
}

const DIET_WORDS = {
  vegetarian: 'dietVegetarian',
  vegan: 'dietVegan',
  'no-dairy': 'dietNoDairy',
  'no-eggs': 'dietNoEggs',
  'no-fish': 'dietNoFish',
  'no-nuts': 'dietNoNuts',
  'no-soy': 'dietNoSoy',
} as const satisfies Record<DietLimit, string>;

export const dietText = (one: DietLimit): string => t(DIET_WORDS[one]);
