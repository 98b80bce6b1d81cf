import type { Course, ModalityEntry, Stage } from '../entry';
import { WATER_STEPS } from '../entry/water';

/** Four minutes of heat, one of cold (ours), each at the temperature of its own dose. */
function inTurn(heat: Stage['like'], rangeC?: Stage['rangeC']): Course {
  const cold = { modality: 'cold-water-immersion', doseId: 'running-recovery' };
  return {
    by: 'rounds',
    stages: [
      { minutes: 4, exposure: 'heat', like: heat, ...(rangeC === undefined ? {} : { rangeC }) },
      { minutes: 1, exposure: 'cold', like: cold },
    ],
  };
}

export const contrast: ModalityEntry = {
  name: 'Hot and cold in turn',
  families: ['cold', 'heat', 'whole-body-cold', 'plunge', 'water', 'sauna-plunge-cryo', 'for-intense-soreness'],
  grades: { seed: 'mixed', trials: 'mixed', kind: 'trials' },
  guides: ['alyze'],
  literature: [],
  // ALYZE gives the order without figures. The times, and the limit to users who know cold water, are ours.
  doses: [{ id: 'in-turn', whose: 'ours', minutes: 20, only: 'experienced' }],
  windows: [{ at: 'after', sessions: 'any', fromMin: 0, toMin: 12 * 60 }],
  equipment: [
    ['sauna', 'cold-bath'],
    ['warm-bath', 'cold-bath'],
  ],
  variants: [
    { id: 'sauna', equipment: ['sauna'], steps: ['contrast_sauna'], course: inTurn({ modality: 'sauna', doseId: 'alyze' }) },
    {
      id: 'warm-bath',
      equipment: ['warm-bath'],
      steps: ['contrast_bath'],
      // Cooler than a bath that is only warm, because cold follows it. Ours.
      course: inTurn({ modality: 'warm-bath', doseId: 'haghayegh-2019' }, [38, 42]),
    },
  ],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['contrast_order', ...WATER_STEPS, 'heat_no_alcohol'],
  timer: 'listed',
  firstTimes: 3,
};
