import type { ModalityEntry } from '../entry';

export const pemf: ModalityEntry = {
  name: 'PEMF',
  families: ['electrical'],
  grades: { seed: 'developing', trials: 'developing', kind: 'trials' },
  guides: ['alyze'],
  literature: [],
  // ALYZE names it without dose or time.
  doses: [{ id: 'session', whose: 'ours', minutes: 15, share: 1 }],
  windows: [
    { at: 'after', sessions: 'any', fromMin: 0, toMin: 24 * 60, bestToMin: 24 * 60, reason: 'after-session', weight: 0.5 },
    { at: 'day', days: 'without-training', part: 'waking', reason: 'non-training-day', weight: 0.5 },
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
