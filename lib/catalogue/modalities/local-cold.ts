import type { ModalityEntry } from '../entry';

export const localCold: ModalityEntry = {
  name: 'Local cold',
  families: ['cold', 'local-cold', 'contact', 'for-intense-soreness'],
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  guides: ['running-recovery'],
  literature: [],
  // Running recovery: for a joint, with a timer; the minutes are ours.
  doses: [{ id: 'timed', whose: 'ours', minutes: 10, minutesRange: [5, 15] }],
  windows: [
    {
      at: 'after',
      sessions: 'hard-or-long',
      fromMin: 0,
      toMin: 6 * 60,
    },
    { at: 'day', days: 'sore', part: 'waking' },
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
