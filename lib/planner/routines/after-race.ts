import { AFTER_SESSION, DAY_MEALS, NIGHT, SUPPLEMENTS } from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** The days after a race: rest, a short walk, massage by hand, a warm bath (Running recovery, Fleet Feet, Svetness). */
export const afterRace: Routine = {
  name: 'After the race',
  from: ['running-recovery', 'fleet-feet', 'svetness', 'haghayegh-2019'],
  precedence: 6,
  when: ['after-race'],
  steps: [
    { modality: 'rest-day', time: { at: 'rest-day' }, reason: 'rest-day-race' },
    {
      modality: 'active-recovery',
      doses: ['short-walk'],
      variant: 'walk',
      time: { at: 'day', part: 'daytime' },
      reason: 'walk-race',
      if: ['no-training'],
    },
    { modality: 'massage-therapy', time: { at: 'day', part: 'daytime' }, reason: 'massage-race' },
    { modality: 'warm-bath', doses: ['haghayegh-2019'], time: { at: 'day', part: 'bath-time' }, reason: 'bath-race' },
    {
      modality: 'pneumatic-compression',
      time: { at: 'day', part: 'after-work' },
      reason: 'boots-day-after',
      if: ['day-after-long'],
    },
    ...AFTER_SESSION,
    ...DAY_MEALS,
    ...SUPPLEMENTS,
    NIGHT,
  ],
  ifTime: ['contrast', 'red-light'],
  programmeSlots: 0,
};
