import type { ModalityEntry } from '../entry';

export const carbohydrate: ModalityEntry = {
  name: 'Carbohydrate',
  families: ['food-and-drink', 'sleep-and-food', 'when-ill', 'before-screening'],
  grades: { seed: 'strong', trials: 'strong', kind: 'trials' },
  guides: ['alyze', 'running-recovery'],
  literature: ['sherman-1992', 'acsm-2016'],
  doses: [
    { id: 'before', whose: 'running-recovery', minutes: 20, amount: 'carbohydrate-before' },
    // A light snack 30–60 min before, and carbohydrate in the meals of the day before a race: named, without a figure of its own.
    { id: 'snack', whose: 'running-recovery', minutes: 10, minutesWhose: 'ours', steps: ['carb_snack'] },
    { id: 'meals', whose: 'running-recovery', minutes: 20, minutesWhose: 'ours' },
    { id: 'between', whose: 'acsm-2016', minutes: 15, minutesWhose: 'ours', amount: 'carbohydrate-between' },
    { id: 'after', whose: 'acsm-2016', minutes: 20, amount: 'carbohydrate-after' },
  ],
  windows: [
    {
      at: 'before',
      sessions: 'fuelled',
      fromMin: 240,
      toMin: 60,
      doses: ['before'],
      variant: 'meal',
    },
    {
      at: 'after',
      sessions: 'fuelled',
      fromMin: 0,
      toMin: 180,
      doses: ['after'],
      variant: 'refuel',
    },
  ],
  equipment: [],
  variants: [
    { id: 'meal', steps: ['carb_before', 'carb_snack', 'carb_during'] },
    { id: 'refuel', steps: ['carb_after'] },
    { id: 'snack' },
    { id: 'meals' },
    { id: 'between' },
  ],
  counts: false,
  perDay: 6,
  local: false,
  steps: [],
  timer: 'none',
};
