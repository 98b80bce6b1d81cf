import type { ModalityEntry } from '../entry';

export const fluids: ModalityEntry = {
  name: 'Fluids',
  families: ['food-and-drink', 'sleep-and-food', 'for-light-soreness', 'when-ill', 'before-screening'],
  grades: { seed: 'strong', trials: 'strong', kind: 'trials' },
  guides: ['svetness', 'running-recovery'],
  literature: [],
  doses: [
    { id: 'before', whose: 'running-recovery', minutes: 5, amount: 'fluids-before', share: 1 },
    { id: 'after', whose: 'ours', minutes: 5, amount: 'fluids-after', share: 1 },
    { id: 'day', whose: 'svetness', minutes: 5, amount: 'fluids-day', share: 1 },
  ],
  windows: [
    { at: 'before', sessions: 'any', fromMin: 120, toMin: 10, doses: ['before'], reason: 'before-session', weight: 0.7 },
    {
      at: 'after',
      sessions: 'any',
      fromMin: 0,
      toMin: 240,
      bestToMin: 60,
      late: 0.7,
      doses: ['after'],
      reason: 'after-session',
      weight: 1,
    },
    { at: 'day', days: 'without-training', part: 'waking', doses: ['day'], reason: 'thirst', weight: 0.5 },
  ],
  equipment: [],
  variants: [],
  counts: false,
  perDay: 8,
  local: false,
  steps: ['drink_thirst', 'drink_no_gain', 'drink_sodium', 'drink_warning'],
  timer: 'none',
};
