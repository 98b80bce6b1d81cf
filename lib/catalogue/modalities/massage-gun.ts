import type { CatalogueEntry } from './entry';

export const massageGun: CatalogueEntry = {
  modality: 'massage-gun',
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  seeds: ['003', '004'],
  literature: [],
  // None in the seeds: at most 2 min a muscle, 15 min in all, the lowest level first.
  doses: [
    { id: 'five-muscles', whose: 'ours', minutes: 10, minutesPerMuscle: 2, level: 1, share: 1 },
    { id: 'two-muscles', whose: 'ours', minutes: 4, minutesPerMuscle: 2, level: 1, share: 0.6 },
  ],
  windows: [
    { at: 'after', sessions: 'any', fromMin: 0, toMin: 12 * 60, bestToMin: 120, late: 0.5, reason: 'after-session', weight: 0.8 },
    { at: 'day', days: 'sore', part: 'waking', reason: 'sore', weight: 0.8 },
  ],
  equipment: [['massage-gun']],
  variants: [{ id: 'vibration' }, { id: 'percussion' }],
  counts: true,
  perDay: 1,
  local: true,
  steps: ['gun_lowest', 'gun_two_minutes', 'gun_bellies', 'gun_where_not', 'gun_no_pain', 'gun_vibration', 'gun_doctor'],
  presets: ['gun-calves', 'gun-quads', 'gun-hamstrings'],
};
