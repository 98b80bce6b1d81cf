import type { Modality } from '../../catalogue';

/** Why an item is in the plan: one sentence each (`planWhy_…`), which names what the item is for. */
export const STEP_REASONS = [
  'meal-before',
  'snack-before',
  'glass-before',
  'stretch-before',
  'tape-during',
  'cool-down',
  'drink-after',
  'protein-after',
  'refuel',
  'refuel-between',
  'cold-after-long',
  'cold-after-hard',
  'boots-after',
  'boots-between',
  'boots-day-after',
  'garment-after',
  'roll-after',
  'stretch-after',
  'stretch-after-strength',
  'breathing-late',
  'breathing-stress',
  'breathing-short-night',
  'nap-short-night',
  'nap-travel',
  'bath-short-night',
  'bath-sore',
  'bath-race',
  'contrast-sore',
  'cold-sore',
  'sauna-sore',
  'massage-sore',
  'massage-race',
  'gun-sore',
  'gun-day-after',
  'roll-day-after',
  'roll-sore',
  'cryo-hard',
  'walk-sore',
  'walk-race',
  'walk-illness',
  'walk-travel',
  'walk-short-night',
  'move-race-eve',
  'stretch-race-eve',
  'meals-race-eve',
  'easy-movement',
  'gentle-movement',
  'programme-mobility',
  'programme-stretching',
  'programme-sauna',
  'programme-cold',
  'programme-massage',
  'protein-day',
  'drink-day',
  'drink-ill',
  'eat-ill',
  'supplement-creatine',
  'supplement-cherry',
  'sleep-night',
  'sleep-race',
  'sleep-short-night',
  'sleep-ill',
  'sleep-travel',
  'rest-day-due',
  'rest-day-readiness',
  'rest-day-ill',
  'rest-day-race',
] as const;
/** Modalities that are no option: they take no time, or are never planned. */
type NoOption =
  | 'sleep'
  | 'rest-day'
  | 'protein'
  | 'carbohydrate'
  | 'fluids'
  | 'creatine'
  | 'tart-cherry'
  | 'compression-garment'
  | 'kinesiology-tape'
  | 'bed-massage';
export type OptionModality = Exclude<Modality, NoOption>;
/** An option gives the reason of its modality. */
export type StepReason = (typeof STEP_REASONS)[number] | `may-${OptionModality}`;
