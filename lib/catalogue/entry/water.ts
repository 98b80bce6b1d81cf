import type { Step } from './steps';

/** What a plan says wherever water is. */
export const WATER_STEPS = ['water_not_alone', 'water_head', 'water_out', 'water_rewarm'] as const satisfies readonly Step[];

/** What must be read and acknowledged before the first session in water; the words are the views'. */
export const WATER_RULES = [
  'never-alone',
  'not-after-alcohol',
  'head-above-water',
  'no-breath-holding',
  'out-when-numb-shivering-dizzy',
  'rewarm-before-driving',
] as const;
export type WaterRule = (typeof WATER_RULES)[number];
