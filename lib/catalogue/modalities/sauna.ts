import type { CatalogueEntry } from './entry';

export const sauna: CatalogueEntry = {
  modality: 'sauna',
  grades: { seed: 'strong', trials: 'developing', kind: 'observed' },
  seeds: ['002'],
  literature: [],
  doses: [{ id: '002', whose: '002', minutes: 15, minutesRange: [15, 20], temperatureC: [80, 100], share: 1 }],
  windows: [{ at: 'day', days: 'every', part: 'waking', reason: 'weekly-programme', weight: 1 }],
  equipment: [['sauna']],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['sauna_drink', 'heat_out', 'heat_no_alcohol'],
  presets: ['sauna'],
};
