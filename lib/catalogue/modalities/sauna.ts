import type { ModalityEntry } from '../entry';

export const sauna: ModalityEntry = {
  name: 'Sauna',
  families: ['heat', 'sauna-plunge-cryo', 'for-intense-soreness'],
  grades: { seed: 'strong', trials: 'developing', kind: 'observed' },
  guides: ['alyze'],
  literature: [],
  doses: [
    {
      id: 'alyze',
      whose: 'alyze',
      minutes: 15,
      minutesRange: [15, 20],
      lengthsMin: [15, 20],
      only: 'experienced',
      temperatureC: [80, 100],
    },
    // The lower end, and at most ten minutes.
    {
      id: 'first-three',
      whose: 'ours',
      minutes: 10,
      minutesRange: [5, 10],
      lengthsMin: [5, 10],
      only: 'beginners',
      temperatureC: [80, 85],
      steps: ['sauna_first_three'],
    },
  ],
  windows: [{ at: 'day', days: 'every', part: 'waking' }],
  equipment: [['sauna']],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['sauna_drink', 'heat_out', 'heat_no_alcohol'],
  timer: 'listed',
  exposure: 'heat',
  firstTimes: 3,
};
