import type { ModalityEntry } from '../entry';

export const sauna: ModalityEntry = {
  name: 'Sauna',
  families: ['heat', 'sauna-plunge-cryo', 'for-intense-soreness'],
  grades: { seed: 'strong', trials: 'developing', kind: 'observed' },
  guides: ['alyze'],
  literature: [],
  doses: [{ id: 'alyze', whose: 'alyze', minutes: 15, minutesRange: [15, 20], lengthsMin: [15, 20], temperatureC: [80, 100] }],
  windows: [{ at: 'day', days: 'every', part: 'waking' }],
  equipment: [['sauna']],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['sauna_drink', 'heat_out', 'heat_no_alcohol'],
  timer: 'listed',
  exposure: 'heat',
};
