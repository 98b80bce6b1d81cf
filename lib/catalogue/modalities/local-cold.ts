import type { ModalityEntry } from '../entry';

export const localCold: ModalityEntry = {
  name: 'Local cold',
  families: ['cold', 'local-cold', 'contact', 'for-intense-soreness'],
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  guides: ['running-recovery'],
  literature: [],
  // Running recovery: for a joint, with a timer; the minutes are ours.
  doses: [{ id: 'timed', whose: 'ours', minutes: 10, minutesRange: [5, 15], share: 1 }],
  windows: [
    {
      at: 'after',
      sessions: 'hard-or-long',
      fromMin: 0,
      toMin: 6 * 60,
      bestToMin: 60,
      late: 0.5,
      reason: 'after-intense-session',
      weight: 0.7,
    },
    { at: 'day', days: 'sore', part: 'waking', reason: 'sore', weight: 0.6 },
  ],
  equipment: [['ice-pack']],
  variants: [{ id: 'ice-pack' }, { id: 'knee-wrap' }, { id: 'circulating-machine' }, { id: 'spray', steps: ['spray_skin'] }],
  counts: true,
  perDay: 1,
  local: true,
  steps: ['ice_cloth', 'ice_look', 'local_cold_timed'],
  timer: 'from-plan',
  notOn: ['numb-skin'],
};
