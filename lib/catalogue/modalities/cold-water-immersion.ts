import type { CatalogueEntry } from './entry';

/** Water rules, the same wherever water is. */
export const WATER_STEPS = ['water_not_alone', 'water_head', 'water_out', 'water_rewarm'] as const;

export const coldWaterImmersion: CatalogueEntry = {
  modality: 'cold-water-immersion',
  grades: { seed: 'moderate', trials: 'moderate', kind: 'trials' },
  seeds: ['000', '002', '003', '004'],
  literature: [],
  doses: [
    { id: '004', whose: '004', minutes: 10, minutesRange: [10, 15], temperatureC: [10, 15], share: 1 },
    // "A few minutes", read as 3 to 5.
    { id: '000', whose: '000', minutes: 5, minutesRange: [3, 5], temperatureC: [10, 15], share: 0.75 },
    { id: '002', whose: '002', minutes: 3, minutesRange: [2, 5], temperatureC: [3, 10], share: 0.7 },
    { id: 'first-three', whose: 'ours', minutes: 2, minutesRange: [1, 2], temperatureC: [14, 15], share: 0.5 },
  ],
  windows: [
    { at: 'after', sessions: 'endurance', fromMin: 0, toMin: 24 * 60, bestToMin: 120, late: 0.4, reason: 'after-session', weight: 0.7 },
    { at: 'after', sessions: 'intense', fromMin: 0, toMin: 24 * 60, bestToMin: 120, late: 0.4, reason: 'after-intense-session', weight: 1 },
    { at: 'after', sessions: 'strength', fromMin: 0, toMin: 24 * 60, bestToMin: 24 * 60, reason: 'after-strength', weight: 0.45 },
    { at: 'day', days: 'without-training', part: 'waking', reason: 'non-training-day', weight: 0.5 },
    { at: 'day', days: 'sore', part: 'waking', reason: 'sore', weight: 0.8 },
  ],
  equipment: [['cold-bath']],
  variants: [{ id: 'immersion' }, { id: 'ice-bath' }, { id: 'cold-shower', steps: ['shower_legs'] }],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['cold_first_three', ...WATER_STEPS, 'cold_pair'],
  presets: ['cold-bath'],
};
