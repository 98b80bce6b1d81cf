import type { Guide } from './sources';
import type { Step } from './steps';

/** Named by the guides (docs/recovery-sources.md) but never planned. The user may read about it and keep notes on it. */
export interface NamedOnly {
  readonly id: 'melatonin' | 'blood-work';
  readonly guides: readonly Guide[];
  readonly steps: readonly Step[];
}

export const NAMED_ONLY: readonly NamedOnly[] = [
  // Optional, and a medicine in many countries.
  { id: 'melatonin', guides: ['running-recovery'], steps: ['supplement_optional', 'ask_pharmacist'] },
  // The user's own laboratory values over time, without an interpretation.
  { id: 'blood-work', guides: ['alyze'], steps: ['blood_own_values'] },
];
