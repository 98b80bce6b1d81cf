import type { ModalityEntry } from '../entry';

export const restDay: ModalityEntry = {
  name: 'Rest day',
  families: ['for-intense-soreness', 'calm', 'when-ill', 'before-screening'],
  grades: { seed: 'strong', trials: 'moderate', kind: 'trials' },
  guides: ['running-recovery'],
  literature: [],
  // Lasts the whole day.
  doses: [{ id: 'day', whose: 'running-recovery', minutes: 0 }],
  windows: [{ at: 'rest-day' }],
  equipment: [],
  variants: [],
  counts: false,
  perDay: 1,
  local: false,
  steps: ['rest_nothing_hard', 'rest_or_easy'],
  timer: 'none',
};
