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

/** A race: breakfast, a snack, tape; afterwards what a long or hard session gets. No boots and no heat before the start (Fleet Feet). */
export const raceDay: Routine = {
  name: 'Race day',
  from: ['fleet-feet', 'running-recovery', 'palm-health'],
  precedence: 4,
  when: ['race'],
  steps: [
    ...BEFORE_SESSION,
    WARM_UP,
    { modality: 'kinesiology-tape', time: { at: 'during', sessions: 'race' }, reason: 'tape-during' },
    COOL_DOWN,
    ...COLD,
    ...AFTER_SESSION,
    ...BREATHING,
    ...ROLL_AND_STRETCH,
    BOOTS,
    GARMENT,
    ...SUPPLEMENTS,
    NIGHT,
  ],
  ifTime: ['pneumatic-compression', 'foam-rolling', 'stretching', 'infrared', 'red-light', 'massage-gun'],
  programmeSlots: 0,
};
