import type { ModalityEntry } from '../entry';

export const tartCherry: ModalityEntry = {
  name: 'Tart cherry',
  families: ['supplements', 'food-and-drink'],
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  guides: ['running-recovery'],
  literature: [],
  doses: [{ id: 'label', whose: 'ours', minutes: 5, asLabelled: true }],
  windows: [{ at: 'day', days: 'every', part: 'waking' }],
  equipment: [],
  variants: [],
  counts: false,
  perDay: 1,
  local: false,
  steps: ['supplement_optional', 'supplement_label'],
  timer: 'none',
};
