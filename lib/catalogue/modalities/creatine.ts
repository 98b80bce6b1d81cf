import type { ModalityEntry } from '../entry';

export const creatine: ModalityEntry = {
  name: 'Creatine',
  families: ['supplements', 'food-and-drink'],
  grades: { seed: 'moderate', trials: 'moderate', kind: 'trials' },
  guides: ['palm-health'],
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
