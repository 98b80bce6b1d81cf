import type { CatalogueEntry } from './entry';

export const kinesiologyTape: CatalogueEntry = {
  modality: 'kinesiology-tape',
  grades: { seed: 'anecdotal', trials: 'little', kind: 'trials' },
  seeds: ['003'],
  literature: [],
  // 003 gives no time: it is worn as long as the event lasts.
  doses: [{ id: 'event', whose: '003', minutes: 0, share: 1 }],
  windows: [{ at: 'during', sessions: 'race', reason: 'during-event', weight: 1 }],
  equipment: [['tape']],
  variants: [],
  counts: false,
  perDay: 2,
  local: true,
  steps: ['tape_event', 'tape_then_garment'],
  presets: [],
};
