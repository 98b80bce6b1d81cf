import type { CatalogueEntry } from './entry';

export const redLight: CatalogueEntry = {
  modality: 'red-light',
  grades: { seed: 'moderate', trials: 'moderate', kind: 'trials' },
  seeds: ['002'],
  literature: [],
  // The wavelengths are 002's, which gives no minutes; those are ours.
  doses: [{ id: 'panel', whose: '002', minutes: 10, minutesWhose: 'ours', wavelengthNm: [630, 850], share: 1 }],
  windows: [{ at: 'after', sessions: 'any', fromMin: 0, toMin: 360, bestToMin: 120, late: 0.5, reason: 'after-session', weight: 0.7 }],
  equipment: [['red-light']],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['light_eyes', 'light_maker'],
  presets: ['light-panel'],
};
