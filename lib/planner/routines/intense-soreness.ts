import { AFTER_SESSION, BEFORE_SESSION, BREATHING, COOL_DOWN, DAY_MEALS, NIGHT, SUPPLEMENTS } from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** Very sore: massage, hot or cold, and rest (Svetness). Heat and cold in turn where both are at hand (ALYZE). */
export const intenseSoreness: Routine = {
  name: 'Very sore',
  from: ['svetness', 'alyze', 'fleet-feet'],
  precedence: 7,
  when: ['intense-soreness'],
  steps: [
    { modality: 'rest-day', time: { at: 'rest-day' }, reason: 'rest-day-due' },
    ...BEFORE_SESSION,
    COOL_DOWN,
    {
      modality: 'contrast',
      time: { at: 'day', part: 'after-work' },
      reason: 'contrast-sore',
      instead: [
        { modality: 'cold-water-immersion', time: { at: 'day', part: 'after-work' }, reason: 'cold-sore' },
        { modality: 'sauna', time: { at: 'day', part: 'after-work' }, reason: 'sauna-sore' },
        { modality: 'warm-bath', doses: ['haghayegh-2019'], time: { at: 'day', part: 'bath-time' }, reason: 'bath-sore' },
      ],
    },
    {
      modality: 'massage-therapy',
      time: { at: 'day', part: 'daytime' },
      reason: 'massage-sore',
      instead: [{ modality: 'massage-gun', time: { at: 'day', part: 'after-work' }, reason: 'gun-sore' }],
    },
    {
      modality: 'active-recovery',
      doses: ['short-walk'],
      variant: 'walk',
      time: { at: 'day', part: 'daytime' },
      reason: 'walk-sore',
      if: ['no-training'],
    },
    ...AFTER_SESSION,
    ...DAY_MEALS,
    ...BREATHING,
    ...SUPPLEMENTS,
    NIGHT,
  ],
  ifTime: ['massage-gun', 'infrared', 'ice-compression', 'local-cold'],
  programmeSlots: 0,
};
