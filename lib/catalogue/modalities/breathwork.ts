import { RESONANCE_RATES } from '../../hrv';
import { BREATH_RATES, BREATHE_MINUTES } from '../breathing-rates';
import type { ModalityEntry } from '../entry';

const PACED = {
  minutesRange: [BREATHE_MINUTES.least, BREATHE_MINUTES.most],
  breathsPerMin: [BREATH_RATES[0], BREATH_RATES[4]],
} as const;
const PLANNED = ['paced', 'paced-short'];

export const breathwork: ModalityEntry = {
  name: 'Slow breathing',
  families: ['calm'],
  grades: { seed: 'none', trials: 'moderate', kind: 'trials' },
  guides: ['alyze'],
  literature: [],
  // ALYZE only names it: 5–20 min at 4.5–6.5 breaths a minute are ours.
  doses: [
    { id: 'paced', whose: 'ours', minutes: 10, ...PACED },
    { id: 'paced-short', whose: 'ours', minutes: 5, ...PACED },
    // After Lehrer 2013: at least two minutes at each rate; never planned.
    {
      id: 'resonance-search',
      whose: 'lehrer-2013',
      minutes: 2 * RESONANCE_RATES.length,
      lengthsMin: [2 * RESONANCE_RATES.length, 3 * RESONANCE_RATES.length],
      course: { by: 'rates', ratesPerMin: RESONANCE_RATES },
    },
  ],
  windows: [
    { at: 'day', days: 'high-stress', part: 'waking', doses: PLANNED },
    { at: 'day', days: 'every', part: 'evening', doses: PLANNED },
  ],
  equipment: [],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['breath_slow', 'breath_dark', 'breath_not_water'],
  timer: 'pacer',
};
