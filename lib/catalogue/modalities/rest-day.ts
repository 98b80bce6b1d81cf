import type { CatalogueEntry } from './entry';

export const restDay: CatalogueEntry = {
  modality: 'rest-day',
  grades: { seed: 'strong', trials: 'moderate', kind: 'trials' },
  seeds: ['004'],
  literature: [],
  // As long as the day is.
  doses: [{ id: 'day', whose: '004', minutes: 0, share: 1 }],
  windows: [{ at: 'rest-day', reason: 'rest-day-due', weight: 1 }],
  equipment: [],
  variants: [],
  counts: false,
  perDay: 1,
  local: false,
  steps: ['rest_nothing_hard', 'rest_or_easy'],
  presets: [],
};
