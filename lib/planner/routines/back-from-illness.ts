import { AFTER_SESSION, DAY_MEALS, NIGHT, SUPPLEMENTS } from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** Well again: as many easy days as ill days, at most seven. No heat and no cold on the first two (docs/recovery-sources.md). */
export const backFromIllness: Routine = {
  name: 'Back from illness',
  from: ['ours'],
  precedence: 2,
  when: ['back-from-illness'],
  steps: [
    { modality: 'rest-day', time: { at: 'rest-day' }, reason: 'rest-day-due' },
    {
      modality: 'active-recovery',
      doses: ['short-walk'],
      variant: 'walk',
      time: { at: 'day', part: 'daytime' },
      reason: 'walk-illness',
      if: ['no-training'],
    },
    ...AFTER_SESSION,
    ...DAY_MEALS,
    ...SUPPLEMENTS,
    NIGHT,
  ],
  ifTime: ['stretching', 'breathwork'],
  programmeSlots: 0,
};
