import type { ModalityEntry } from '../entry';

export const infrared: ModalityEntry = {
  name: 'Infrared',
  families: ['heat', 'sauna-plunge-cryo', 'for-intense-soreness'],
  grades: { seed: 'moderate', trials: 'developing', kind: 'trials' },
  guides: ['palm-health'],
  literature: [],
  // PALM Health says "a session".
  doses: [{ id: 'session', whose: 'ours', minutes: 20 }],
  windows: [
    { at: 'after', sessions: 'any', fromMin: 0, toMin: 12 * 60 },
    { at: 'day', days: 'without-training', part: 'waking' },
  ],
  equipment: [['infrared-sauna']],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['infrared_after_cold', 'heat_out', 'heat_no_alcohol'],
  timer: 'from-plan',
  exposure: 'heat',
  notOn: ['fresh-injury'],
};
