import type { ModalityEntry } from '../entry';

export const redLight: ModalityEntry = {
  name: 'Red light',
  families: ['light'],
  grades: { seed: 'moderate', trials: 'moderate', kind: 'trials' },
  guides: ['alyze'],
  literature: [],
  // The wavelengths are from ALYZE, which gives no minutes; the minutes are ours.
  doses: [{ id: 'panel', whose: 'alyze', minutes: 10, minutesWhose: 'ours', lengthsMin: [5, 10, 15, 20], wavelengthNm: [630, 850] }],
  windows: [{ at: 'after', sessions: 'any', fromMin: 0, toMin: 360 }],
  equipment: [['red-light']],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['light_eyes', 'light_maker'],
  timer: 'from-plan',
  devices: [{ class: 'light', level: 'lowest' }],
  presets: [{ id: 'panel', doseId: 'panel' }],
  notOn: ['eyes'],
};
