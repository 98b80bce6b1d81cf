import type { Step } from './steps';

/** The steps for every session in water. */
export const WATER_STEPS = ['water_not_alone', 'water_head', 'water_out', 'water_rewarm'] as const satisfies readonly Step[];

/** The rules to read and acknowledge before the first session in water; views have their texts. */
export const WATER_RULES = [
  'never-alone',
  'not-after-alcohol',
  'head-above-water',
  'no-breath-holding',
  'out-when-numb-shivering-dizzy',
  'rewarm-before-driving',
] as const;
export type WaterRule = (typeof WATER_RULES)[number];
