import type { CatalogueEntry } from './entry';

export const breathwork: CatalogueEntry = {
  modality: 'breathwork',
  grades: { seed: 'none', trials: 'moderate', kind: 'trials' },
  seeds: ['002'],
  literature: [],
  // 002 only names it.
  doses: [
    { id: 'paced', whose: 'ours', minutes: 10, minutesRange: [5, 20], breathsPerMin: [4.5, 6.5], share: 1 },
    { id: 'paced-short', whose: 'ours', minutes: 5, minutesRange: [5, 20], breathsPerMin: [4.5, 6.5], share: 0.65 },
  ],
  windows: [
    { at: 'day', days: 'high-stress', part: 'waking', reason: 'high-stress', weight: 1 },
    { at: 'day', days: 'every', part: 'evening', reason: 'evening', weight: 0.5 },
  ],
  equipment: [],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['breath_slow', 'breath_dark', 'breath_not_water'],
  presets: ['breathing'],
};
