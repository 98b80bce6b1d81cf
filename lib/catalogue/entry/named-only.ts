import type { Seed } from './sources';
import type { Step } from './steps';

/** What the seed documents name and no plan ever gives: the user may know of it, and keep notes on it. */
export interface NamedOnly {
  readonly id: 'melatonin' | 'blood-work';
  readonly seeds: readonly Seed[];
  readonly steps: readonly Step[];
}

export const NAMED_ONLY: readonly NamedOnly[] = [
  // Optional, and a medicine in many countries.
  { id: 'melatonin', seeds: ['running-recovery'], steps: ['supplement_optional', 'ask_pharmacist'] },
  // The user's own laboratory values over time, never interpreted.
  { id: 'blood-work', seeds: ['alyze'], steps: ['blood_own_values'] },
];
