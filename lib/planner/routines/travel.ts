import { AFTER_SESSION, BEFORE_SESSION, BREATHING, COOL_DOWN, DAY_MEALS, SUPPLEMENTS } from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** Across time zones: an easy day with daylight, a short nap (Lastella 2021), and a bedtime that moves by steps. */
export const travel: Routine = {
  name: 'After travel',
  from: ['lastella-2021', 'ours'],
  precedence: 10,
  when: ['travelled'],
  steps: [
    { modality: 'rest-day', time: { at: 'rest-day' }, reason: 'rest-day-due' },
    ...BEFORE_SESSION,
    COOL_DOWN,
    { modality: 'nap', time: { at: 'day', part: 'early-afternoon' }, reason: 'nap-travel' },
    {
      modality: 'active-recovery',
      doses: ['easy-day'],
      variant: 'walk',
      time: { at: 'day', part: 'daytime' },
      reason: 'walk-travel',
      if: ['no-training'],
    },
    ...AFTER_SESSION,
    ...DAY_MEALS,
    ...BREATHING,
    ...SUPPLEMENTS,
    { modality: 'sleep', time: { at: 'night' }, reason: 'sleep-travel' },
  ],
  ifTime: ['stretching', 'mobility'],
  programmeSlots: 0,
};
