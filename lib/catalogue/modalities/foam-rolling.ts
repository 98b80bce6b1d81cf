import type { CatalogueEntry } from './entry';

export const foamRolling: CatalogueEntry = {
  modality: 'foam-rolling',
  grades: { seed: 'moderate', trials: 'moderate', kind: 'trials' },
  seeds: ['000', '001', '004'],
  literature: [],
  // Half of the 5–10 min that 000 gives rolling and stretching together at each end of a workout.
  doses: [{ id: 'shared-half', whose: '000', minutes: 5, minutesRange: [5, 10], share: 1 }],
  windows: [
    { at: 'before', sessions: 'any', fromMin: 25, toMin: 10, reason: 'before-session', weight: 0.4 },
    { at: 'after', sessions: 'any', fromMin: 0, toMin: 60, bestToMin: 30, late: 0.7, reason: 'after-session', weight: 0.8 },
    { at: 'day', days: 'sore', part: 'waking', reason: 'sore', weight: 0.7 },
    { at: 'day', days: 'without-training', part: 'waking', reason: 'daily', weight: 0.4 },
  ],
  equipment: [['foam-roller'], ['massage-stick']],
  variants: [
    { id: 'foam-roller', equipment: ['foam-roller'] },
    { id: 'massage-stick', equipment: ['massage-stick'], steps: ['stick_roll'] },
  ],
  counts: true,
  perDay: 2,
  local: true,
  steps: ['roll_where_not', 'roll_sore'],
  presets: [],
};
