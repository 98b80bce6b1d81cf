import type { ModalityEntry } from '../entry';

export const protein: ModalityEntry = {
  name: 'Protein',
  families: ['protein', 'food-and-drink', 'sleep-and-food', 'when-ill'],
  grades: { seed: 'strong', trials: 'moderate', kind: 'trials' },
  guides: ['palm-health', 'svetness', 'alyze', 'fleet-feet', 'running-recovery'],
  literature: ['jager-2017', 'moore-2015'],
  doses: [
    { id: 'meal', whose: 'palm-health', minutes: 15, amount: 'protein-meal' },
    { id: 'day', whose: 'jager-2017', minutes: 15, amount: 'protein-day' },
  ],
  windows: [
    {
      at: 'after',
      sessions: 'any',
      fromMin: 30,
      toMin: 120,
      doses: ['meal'],
    },
    { at: 'day', days: 'without-training', part: 'waking', doses: ['day'] },
  ],
  equipment: [],
  variants: [],
  counts: false,
  perDay: 4,
  local: false,
  steps: ['protein_spread', 'protein_foods'],
  timer: 'none',
};
