import {
  AFTER_SESSION,
  BEFORE_SESSION,
  BOOTS,
  BREATHING,
  COLD,
  COOL_DOWN,
  GARMENT,
  NIGHT,
  ROLL_AND_STRETCH,
  SUPPLEMENTS,
  WARM_UP,
} from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** Long or hard endurance work: PALM Health's five steps, with the windows of Running recovery and Fleet Feet. */
export const endurance: Routine = {
  name: 'Long or hard endurance',
  from: ['palm-health', 'running-recovery', 'fleet-feet', 'svetness'],
  precedence: 8,
  when: ['endurance'],
  steps: [
    ...BEFORE_SESSION,
    WARM_UP,
    COOL_DOWN,
    ...COLD,
    ...BREATHING,
    ...AFTER_SESSION,
    ...ROLL_AND_STRETCH,
    BOOTS,
    GARMENT,
    ...SUPPLEMENTS,
    NIGHT,
  ],
  ifTime: ['pneumatic-compression', 'foam-rolling', 'stretching', 'infrared', 'red-light', 'massage-gun', 'contrast'],
  programmeSlots: 0,
};
