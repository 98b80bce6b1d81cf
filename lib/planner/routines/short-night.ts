import { AFTER_SESSION, BEFORE_SESSION, COOL_DOWN, DAY_MEALS, SUPPLEMENTS } from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** After a night below six hours: a nap (Mesas 2023), an evening that leads to sleep (Haghayegh 2019), a long night. */
export const shortNight: Routine = {
  name: 'Short night',
  from: ['mesas-2023', 'haghayegh-2019', 'ours'],
  precedence: 11,
  when: ['short-night'],
  steps: [
    { modality: 'rest-day', time: { at: 'rest-day' }, reason: 'rest-day-due' },
    ...BEFORE_SESSION,
    COOL_DOWN,
    { modality: 'nap', time: { at: 'day', part: 'early-afternoon' }, reason: 'nap-short-night' },
    {
      modality: 'breathwork',
      doses: ['paced', 'paced-short'],
      time: { at: 'day', part: 'before-bed' },
      reason: 'breathing-short-night',
    },
    { modality: 'warm-bath', doses: ['haghayegh-2019'], time: { at: 'day', part: 'bath-time' }, reason: 'bath-short-night' },
    {
      modality: 'active-recovery',
      doses: ['short-walk'],
      variant: 'walk',
      time: { at: 'day', part: 'daytime' },
      reason: 'walk-short-night',
      if: ['no-training'],
    },
    ...AFTER_SESSION,
    ...DAY_MEALS,
    ...SUPPLEMENTS,
    { modality: 'sleep', time: { at: 'night' }, reason: 'sleep-short-night' },
  ],
  ifTime: ['breathwork'],
  programmeSlots: 0,
};
