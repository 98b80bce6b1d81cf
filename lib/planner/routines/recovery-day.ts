import {
  AFTER_SESSION,
  BEFORE_SESSION,
  BREATHING,
  COOL_DOWN,
  DAY_MEALS,
  EASY_MOVEMENT,
  NIGHT,
  REST_DAY,
  SUPPLEMENTS,
} from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/**
 * A day to recover: the weekly rest day, a day that the verdict makes easy, and the day after a long, hard or heavy session. Easy movement of
 * 30–60 min (Svetness), boots the day after a long run (Fleet Feet), the gun or a roller the day after strength work.
 */
export const recoveryDay: Routine = {
  name: 'Recovery day',
  from: ['svetness', 'running-recovery', 'fleet-feet'],
  precedence: 12,
  when: ['rest-day', 'verdict-low', 'recovering'],
  steps: [
    REST_DAY,
    ...BEFORE_SESSION,
    COOL_DOWN,
    { ...EASY_MOVEMENT, if: ['no-training'] },
    { modality: 'pneumatic-compression', time: { at: 'day', part: 'after-work' }, reason: 'boots-day-after', if: ['day-after-long'] },
    {
      modality: 'massage-gun',
      time: { at: 'day', part: 'after-work' },
      reason: 'gun-day-after',
      if: ['day-after-strength'],
      instead: [{ modality: 'foam-rolling', time: { at: 'day', part: 'after-work' }, reason: 'roll-day-after' }],
    },
    { modality: 'foam-rolling', time: { at: 'day', part: 'after-work' }, reason: 'roll-sore', if: ['sore'] },
    ...BREATHING,
    ...AFTER_SESSION,
    ...DAY_MEALS,
    ...SUPPLEMENTS,
    NIGHT,
  ],
  ifTime: ['sauna', 'foam-rolling', 'stretching', 'massage-therapy'],
  programmeSlots: 2,
};
