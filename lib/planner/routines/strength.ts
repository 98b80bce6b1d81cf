import { AFTER_SESSION, BEFORE_SESSION, BREATHING, NIGHT, SUPPLEMENTS, WARM_UP } from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** Strength work, above all for size: food and sleep. Whole-body cold waits, because it blunts what was trained (ALYZE, Running recovery). */
export const strength: Routine = {
  name: 'Strength',
  from: ['alyze', 'running-recovery', 'palm-health'],
  precedence: 9,
  when: ['strength'],
  steps: [
    ...BEFORE_SESSION,
    WARM_UP,
    {
      modality: 'stretching',
      doses: ['after-short'],
      variant: 'static',
      time: { at: 'after', sessions: 'strength', fromMin: 0, toMin: 60, last: true },
      reason: 'stretch-after-strength',
    },
    ...AFTER_SESSION,
    ...BREATHING,
    ...SUPPLEMENTS,
    NIGHT,
  ],
  ifTime: ['foam-rolling', 'red-light'],
  programmeSlots: 0,
};
