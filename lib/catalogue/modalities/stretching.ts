import type { ModalityEntry } from '../entry';

export const stretching: ModalityEntry = {
  name: 'Stretching',
  families: ['contact', 'for-light-soreness'],
  grades: { seed: 'moderate', trials: 'little', kind: 'trials' },
  guides: ['palm-health', 'svetness', 'running-recovery'],
  literature: [],
  doses: [
    { id: 'before', whose: 'palm-health', minutes: 5, minutesRange: [5, 10] },
    { id: 'after', whose: 'svetness', minutes: 10, minutesRange: [10, 15], holdS: [15, 30] },
    { id: 'after-short', whose: 'palm-health', minutes: 5, minutesRange: [5, 10] },
  ],
  windows: [
    { at: 'before', sessions: 'any', fromMin: 20, toMin: 5, doses: ['before'], variant: 'dynamic' },
    {
      at: 'after',
      sessions: 'any',
      fromMin: 0,
      toMin: 60,
      doses: ['after', 'after-short'],
      variant: 'static',
    },
    {
      at: 'day',
      days: 'without-training',
      part: 'waking',
      doses: ['after', 'after-short'],
      variant: 'static',
    },
  ],
  equipment: [],
  variants: [
    { id: 'static', steps: ['stretch_hold'] },
    { id: 'dynamic', steps: ['stretch_dynamic'] },
  ],
  counts: true,
  perDay: 2,
  local: true,
  steps: ['stretch_no_pain'],
  timer: 'from-plan',
};
