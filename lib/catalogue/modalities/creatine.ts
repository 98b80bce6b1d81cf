import type { ModalityEntry } from '../entry';

export const creatine: ModalityEntry = {
  name: 'Creatine',
  families: ['supplements', 'food-and-drink'],
  grades: { seed: 'moderate', trials: 'moderate', kind: 'trials' },
  guides: ['palm-health'],
  literature: ['kreider-2017'],
  doses: [{ id: 'day', whose: 'kreider-2017', minutes: 5, amount: 'creatine-day' }],
  windows: [{ at: 'day', days: 'every', part: 'waking' }],
  equipment: [],
  variants: [],
  counts: false,
  perDay: 1,
  local: false,
  steps: ['supplement_optional', 'supplement_label'],
  timer: 'none',
};
