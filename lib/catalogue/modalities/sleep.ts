import type { ModalityEntry } from '../entry';

export const sleep: ModalityEntry = {
  name: 'Sleep',
  families: ['sleep-and-food', 'for-intense-soreness', 'calm', 'when-ill', 'before-screening'],
  grades: { seed: 'strong', trials: 'strong', kind: 'observed' },
  guides: ['alyze', 'fleet-feet', 'running-recovery'],
  literature: [],
  // The minutes follow from the sleep target and the usual wake time.
  doses: [{ id: 'night', whose: 'fleet-feet', minutes: 480, minutesRange: [420, 540], sleepH: [7, 9] }],
  windows: [{ at: 'night' }],
  equipment: [],
  variants: [],
  counts: false,
  perDay: 2,
  local: false,
  steps: ['sleep_regular', 'sleep_dark', 'sleep_screens'],
  timer: 'none',
};
