import type { Course, ModalityEntry } from '../entry';
import { NO_MUSCLE_BELLY } from '../entry/no-muscle-belly';

/** Less than a minute at one place does not count. The times for rolling and for changing place are ours. */
const AROUND: Course = { by: 'regions', leastS: 60, mostS: 600, changeS: 15 };

export const foamRolling: ModalityEntry = {
  name: 'Foam rolling',
  families: ['massage', 'contact', 'for-light-soreness'],
  grades: { seed: 'moderate', trials: 'moderate', kind: 'trials' },
  guides: ['palm-health', 'svetness', 'running-recovery'],
  literature: [],
  // Half of the 5–10 min that PALM Health gives for rolling and stretching together at each end of a workout.
  doses: [{ id: 'shared-half', whose: 'palm-health', minutes: 5, minutesRange: [5, 10], lengthsMin: [5, 10], course: AROUND }],
  windows: [
    { at: 'before', sessions: 'any', fromMin: 25, toMin: 10 },
    { at: 'after', sessions: 'any', fromMin: 0, toMin: 60 },
    { at: 'day', days: 'sore', part: 'waking' },
    { at: 'day', days: 'without-training', part: 'waking' },
  ],
  equipment: [['foam-roller'], ['massage-stick']],
  variants: [
    { id: 'foam-roller', equipment: ['foam-roller'] },
    { id: 'massage-stick', equipment: ['massage-stick'], steps: ['stick_roll'] },
  ],
  counts: true,
  perDay: 2,
  local: true,
  steps: ['roll_where_not', 'roll_sore'],
  timer: 'listed',
  usualRegions: ['calves', 'quads', 'hamstrings'],
  notOn: ['bone', 'joint', 'varicose-veins', 'fresh-injury'],
  neverRegions: NO_MUSCLE_BELLY,
  asksOneTap: true,
};
