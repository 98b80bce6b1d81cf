import type { ModalityEntry } from '../entry';

export const nap: ModalityEntry = {
  name: 'Nap',
  families: ['calm', 'before-screening'],
  grades: { seed: 'none', trials: 'moderate', kind: 'trials' },
  guides: [],
  literature: ['mesas-2023', 'lastella-2021'],
  // 20–30 min in the early afternoon, so that it does not cost sleep at night.
  doses: [{ id: 'short', whose: 'lastella-2021', minutes: 20, minutesRange: [20, 30] }],
  windows: [{ at: 'day', days: 'tired', part: 'early-afternoon' }],
  equipment: [],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['nap_early', 'nap_alarm'],
  timer: 'none',
};
