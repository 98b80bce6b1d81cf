import type { ModalityEntry } from '../entry';

export const pemf: ModalityEntry = {
  name: 'PEMF',
  families: ['electrical'],
  grades: { seed: 'developing', trials: 'developing', kind: 'trials' },
  guides: ['alyze'],
  literature: [],
  // ALYZE names it without dose or time.
  doses: [{ id: 'session', whose: 'ours', minutes: 15 }],
  windows: [
    { at: 'after', sessions: 'any', fromMin: 0, toMin: 24 * 60 },
    { at: 'day', days: 'without-training', part: 'waking' },
  ],
  equipment: [['pemf']],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['pemf_maker'],
  timer: 'from-plan',
  mostAhead: 2,
};
