import { BREATHING, DAY_MEALS, EASY_MOVEMENT, NIGHT, SUPPLEMENTS } from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** No training and nothing to recover from: gentle movement on a machine or a walk (Running recovery), and the week's programme. */
export const freeDay: Routine = {
  name: 'Day without training',
  from: ['running-recovery', 'svetness', 'alyze'],
  precedence: 14,
  when: ['always'],
  steps: [
    { ...EASY_MOVEMENT, doses: ['gentle-machine'], time: { at: 'day', part: 'daytime' }, reason: 'gentle-movement' },
    { modality: 'foam-rolling', time: { at: 'day', part: 'after-work' }, reason: 'roll-sore', if: ['sore'] },
    ...BREATHING,
    ...DAY_MEALS,
    ...SUPPLEMENTS,
    NIGHT,
  ],
  ifTime: ['sauna', 'mobility', 'stretching'],
  programmeSlots: 2,
};
