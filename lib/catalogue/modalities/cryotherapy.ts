import type { CatalogueEntry } from './entry';

export const cryotherapy: CatalogueEntry = {
  modality: 'cryotherapy',
  grades: { seed: 'mixed', trials: 'developing', kind: 'trials' },
  seeds: ['000', '003'],
  literature: ['fda-cryo'],
  // Below −150 °F, about −100 °C.
  doses: [{ id: '000', whose: '000', minutes: 3, minutesRange: [2, 3], temperatureC: -100, share: 1 }],
  windows: [
    { at: 'after', sessions: 'intense', fromMin: 0, toMin: 300, bestToMin: 120, late: 0.5, reason: 'after-intense-session', weight: 0.9 },
  ],
  equipment: [['cryo-chamber']],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['cryo_staffed', 'cryo_not_cleared'],
  presets: [],
};
