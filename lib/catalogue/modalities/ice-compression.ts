import type { CatalogueEntry } from './entry';

export const iceCompression: CatalogueEntry = {
  modality: 'ice-compression',
  grades: { seed: 'mixed', trials: 'little', kind: 'trials' },
  seeds: ['003'],
  literature: [],
  doses: [{ id: 'cloth-15', whose: 'ours', minutes: 15, minutesRange: [5, 15], share: 1 }],
  windows: [{ at: 'day', days: 'sore', part: 'waking', reason: 'sore', weight: 0.9 }],
  equipment: [['ice-pack', 'compression-garment']],
  variants: [],
  counts: true,
  perDay: 1,
  local: true,
  steps: ['ice_cloth', 'ice_look', 'ice_fifteen'],
  presets: [],
};
