import type { ModalityEntry } from '../entry';

export const mobility: ModalityEntry = {
  name: 'Mobility',
  families: ['movement', 'for-light-soreness'],
  grades: { seed: 'moderate', trials: 'little', kind: 'trials' },
  guides: ['svetness'],
  literature: [],
  doses: [{ id: 'session', whose: 'svetness', minutes: 15, minutesRange: [10, 15] }],
  windows: [{ at: 'day', days: 'every', part: 'waking' }],
  equipment: [],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['mobility_range', 'stretch_no_pain'],
  timer: 'from-plan',
  perWeek: 3,
  mostAhead: 2,
};
