import type { ModalityEntry } from '../entry';

export const coolDown: ModalityEntry = {
  name: 'Cool-down',
  families: ['for-light-soreness'],
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  guides: ['svetness', 'running-recovery'],
  literature: [],
  // Both guides say "a few minutes"; five is our reading.
  doses: [{ id: 'few-minutes', whose: 'svetness', minutes: 5, minutesWhose: 'ours' }],
  windows: [{ at: 'after', sessions: 'any', fromMin: 0, toMin: 10 }],
  equipment: [],
  variants: [{ id: 'jog' }, { id: 'walk' }, { id: 'cycle' }, { id: 'yoga' }],
  counts: true,
  perDay: 2,
  local: false,
  steps: ['easy_pace', 'few_minutes'],
  timer: 'from-plan',
};
