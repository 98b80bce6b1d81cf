import type { ModalityEntry } from '../entry';

export const fluids: ModalityEntry = {
  name: 'Fluids',
  families: ['food-and-drink', 'sleep-and-food', 'for-light-soreness', 'when-ill', 'before-screening'],
  grades: { seed: 'strong', trials: 'strong', kind: 'trials' },
  guides: ['svetness', 'running-recovery'],
  literature: [],
  doses: [
    { id: 'before', whose: 'running-recovery', minutes: 5, amount: 'fluids-before', steps: ['carry_water'] },
    { id: 'after', whose: 'ours', minutes: 5, amount: 'fluids-after' },
    { id: 'day', whose: 'svetness', minutes: 5, amount: 'fluids-day' },
  ],
  windows: [
    { at: 'before', sessions: 'any', fromMin: 120, toMin: 10, doses: ['before'] },
    {
      at: 'after',
      sessions: 'any',
      fromMin: 0,
      toMin: 240,
      doses: ['after'],
    },
    { at: 'day', days: 'without-training', part: 'waking', doses: ['day'] },
  ],
  equipment: [],
  variants: [],
  counts: false,
  perDay: 8,
  local: false,
  steps: ['drink_thirst', 'drink_no_gain', 'drink_sodium', 'drink_warning'],
  timer: 'none',
};
