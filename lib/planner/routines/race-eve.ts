import { AFTER_SESSION, BEFORE_SESSION, BREATHING, COOL_DOWN, DAY_MEALS, SUPPLEMENTS } from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** The day before a race: move a little, eat, sleep. No boots from noon (Fleet Feet) and no heat from noon (Skorski 2020). */
export const raceEve: Routine = {
  name: 'Race tomorrow',
  from: ['fleet-feet', 'running-recovery', 'ours'],
  precedence: 5,
  when: ['race-tomorrow'],
  steps: [
    ...BEFORE_SESSION,
    COOL_DOWN,
    {
      modality: 'active-recovery',
      doses: ['gentle-machine'],
      variant: 'jog',
      time: { at: 'day', part: 'waking' },
      reason: 'move-race-eve',
      if: ['no-training'],
    },
    {
      modality: 'stretching',
      doses: ['before'],
      variant: 'dynamic',
      time: { at: 'day', part: 'waking' },
      reason: 'stretch-race-eve',
      if: ['no-training'],
    },
    ...AFTER_SESSION,
    {
      modality: 'carbohydrate',
      doses: ['meals'],
      variant: 'meals',
      time: { at: 'day', part: 'waking' },
      reason: 'meals-race-eve',
      if: ['no-training'],
    },
    ...DAY_MEALS,
    ...BREATHING,
    ...SUPPLEMENTS,
    { modality: 'sleep', time: { at: 'night' }, reason: 'sleep-race' },
  ],
  ifTime: ['breathwork'],
  programmeSlots: 0,
};
