import type { CatalogueEntry } from './entry';

export const warmBath: CatalogueEntry = {
  modality: 'warm-bath',
  grades: { seed: 'anecdotal', trials: 'little', kind: 'trials' },
  seeds: ['004'],
  literature: [],
  // 004 gives no minutes.
  doses: [{ id: 'evening', whose: 'ours', minutes: 15, share: 1 }],
  windows: [{ at: 'day', days: 'every', part: 'evening', reason: 'evening', weight: 1 }],
  equipment: [['warm-bath']],
  variants: [{ id: 'plain' }, { id: 'epsom-salts' }],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['bath_warm', 'heat_out', 'heat_no_alcohol'],
  presets: [],
};
