import type { CatalogueEntry } from './entry';

export const sleep: CatalogueEntry = {
  modality: 'sleep',
  grades: { seed: 'strong', trials: 'strong', kind: 'observed' },
  seeds: ['002', '003', '004'],
  literature: [],
  // The minutes follow from the target and the usual wake time.
  doses: [{ id: 'night', whose: '003', minutes: 480, minutesRange: [420, 540], sleepH: [7, 9], share: 1 }],
  windows: [{ at: 'night', reason: 'every-night', weight: 1 }],
  equipment: [],
  variants: [],
  counts: false,
  perDay: 2,
  local: false,
  steps: ['sleep_regular', 'sleep_dark', 'sleep_screens'],
  presets: [],
};
