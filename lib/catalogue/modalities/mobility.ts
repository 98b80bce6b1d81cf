import type { CatalogueEntry } from './entry';

export const mobility: CatalogueEntry = {
  modality: 'mobility',
  grades: { seed: 'moderate', trials: 'little', kind: 'trials' },
  seeds: ['001'],
  literature: [],
  doses: [{ id: 'session', whose: '001', minutes: 15, minutesRange: [10, 15], share: 1 }],
  windows: [{ at: 'day', days: 'every', part: 'waking', reason: 'weekly-programme', weight: 0.9 }],
  equipment: [],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['mobility_range', 'stretch_no_pain'],
  presets: [],
};
