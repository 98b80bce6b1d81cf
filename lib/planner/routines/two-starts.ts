import { AFTER_SESSION, BEFORE_SESSION, BREATHING, COOL_DOWN, GARMENT, NIGHT, SUPPLEMENTS, WARM_UP } from '../routine/common-steps';
import type { Routine } from '../routine/routine';

/** Two starts on one day: refill and rest the legs between them (Fleet Feet for the boots; AND/DC/ACSM 2016 for the carbohydrate). */
export const twoStarts: Routine = {
  name: 'Two starts on one day',
  from: ['fleet-feet', 'running-recovery', 'ours'],
  precedence: 3,
  when: ['two-starts'],
  steps: [
    ...BEFORE_SESSION,
    {
      modality: 'pneumatic-compression',
      time: { at: 'after', sessions: 'soon-again', fromMin: 0, toMin: 180 },
      reason: 'boots-between',
    },
    WARM_UP,
    { modality: 'kinesiology-tape', time: { at: 'during', sessions: 'race' }, reason: 'tape-during' },
    COOL_DOWN,
    {
      modality: 'carbohydrate',
      doses: ['between'],
      variant: 'between',
      time: { at: 'after', sessions: 'soon-again', fromMin: 0, toMin: 60 },
      reason: 'refuel-between',
      part: 'between',
    },
    ...AFTER_SESSION,
    GARMENT,
    ...BREATHING,
    ...SUPPLEMENTS,
    NIGHT,
  ],
  ifTime: ['cold-water-immersion', 'foam-rolling', 'stretching'],
  programmeSlots: 0,
};
