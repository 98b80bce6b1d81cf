import type { CatalogueEntry } from './entry';

export const pneumaticCompression: CatalogueEntry = {
  modality: 'pneumatic-compression',
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  seeds: ['000', '003', '004'],
  literature: ['maia-2024', 'wisniowski-2022'],
  // No seed gives minutes; trials use 20–30. The level is the user's usual comfortable one.
  doses: [{ id: 'trials', whose: 'trials', minutes: 20, minutesRange: [20, 30], share: 1 }],
  windows: [
    { at: 'after', sessions: 'any', fromMin: 0, toMin: 180, bestToMin: 60, late: 0.5, reason: 'right-after-session', weight: 0.9 },
    { at: 'day', days: 'after-long', part: 'waking', reason: 'day-after-long', weight: 0.8 },
    { at: 'after', sessions: 'again-today', fromMin: 0, toMin: 180, bestToMin: 60, late: 0.5, reason: 'between-starts', weight: 1 },
  ],
  equipment: [['compression-boots']],
  variants: [{ id: 'boots' }, { id: 'sleeves' }],
  counts: true,
  perDay: 2,
  local: false,
  steps: ['boots_lie', 'boots_usual_level', 'boots_stop'],
  presets: ['boots-legs'],
};
