import { WATER_STEPS } from './cold-water-immersion';
import type { CatalogueEntry } from './entry';

export const contrast: CatalogueEntry = {
  modality: 'contrast',
  grades: { seed: 'mixed', trials: 'mixed', kind: 'trials' },
  seeds: ['002'],
  literature: [],
  // 002 gives the order and no figures, so no temperature stands beside these minutes.
  doses: [{ id: 'in-turn', whose: 'ours', minutes: 20, share: 1 }],
  windows: [{ at: 'after', sessions: 'any', fromMin: 0, toMin: 12 * 60, bestToMin: 180, late: 0.6, reason: 'after-session', weight: 0.8 }],
  equipment: [
    ['sauna', 'cold-bath'],
    ['warm-bath', 'cold-bath'],
  ],
  variants: [
    { id: 'sauna', equipment: ['sauna'], steps: ['contrast_sauna'] },
    { id: 'warm-bath', equipment: ['warm-bath'], steps: ['contrast_bath'] },
  ],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['contrast_order', ...WATER_STEPS, 'heat_no_alcohol'],
  presets: ['contrast'],
};
