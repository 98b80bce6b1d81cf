import type { ModalityEntry } from '../entry';

export const carbohydrate: ModalityEntry = {
  name: 'Carbohydrate',
  families: ['food-and-drink', 'sleep-and-food', 'when-ill', 'before-screening'],
  grades: { seed: 'strong', trials: 'strong', kind: 'trials' },
  guides: ['alyze', 'running-recovery'],
  literature: ['sherman-1992'],
  doses: [
    { id: 'before', whose: 'running-recovery', minutes: 20, amount: 'carbohydrate-before', share: 1 },
    { id: 'after', whose: 'sherman-1992', minutes: 20, amount: 'carbohydrate-after', share: 1 },
  ],
  windows: [
    {
      at: 'before',
      sessions: 'fuelled',
      fromMin: 240,
      toMin: 60,
      doses: ['before'],
      variant: 'meal',
      reason: 'before-session',
      weight: 0.9,
    },
    {
      at: 'after',
      sessions: 'hard-or-long',
      fromMin: 0,
      toMin: 180,
      bestToMin: 60,
      late: 0.8,
      doses: ['after'],
      variant: 'refuel',
      reason: 'refuel',
      weight: 1,
    },
  ],
  equipment: [],
  variants: [
    { id: 'meal', steps: ['carb_before', 'carb_snack', 'carb_during'] },
    { id: 'refuel', steps: ['carb_after'] },
  ],
  counts: false,
  perDay: 6,
  local: false,
  steps: [],
  timer: 'none',
};
