import {
  AFTER_SESSION,
  BEFORE_SESSION,
  BREATHING,
  COOL_DOWN,
  DAY_MEALS,
  NIGHT,
  ROLL_AND_STRETCH,
  SUPPLEMENTS,
} from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** Easy or moderate training: a cool-down, a few minutes of rolling and stretching, and what the week's programme still wants (Svetness). */
export const easyDay: Routine = {
  name: 'Easy training',
  from: ['svetness', 'running-recovery'],
  precedence: 13,
  when: ['training'],
  steps: [...BEFORE_SESSION, COOL_DOWN, ...BREATHING, ...AFTER_SESSION, ...ROLL_AND_STRETCH, ...DAY_MEALS, ...SUPPLEMENTS, NIGHT],
  ifTime: ['foam-rolling', 'stretching', 'red-light'],
  programmeSlots: 1,
};
