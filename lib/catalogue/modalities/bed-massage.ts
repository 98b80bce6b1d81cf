import { REGIONS } from '../../training';
import type { ModalityEntry } from '../entry';

/** Massage by a bed or chair with motors. No source names it, so it is never planned. */
export const bedMassage: ModalityEntry = {
  name: 'Massage bed',
  families: ['massage', 'by-hand'],
  grades: { seed: 'none', trials: 'none', kind: 'none' },
  guides: [],
  literature: [],
  doses: [{ id: 'session', whose: 'ours', minutes: 15, lengthsMin: [10, 15, 20, 30] }],
  windows: [],
  equipment: [],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: [],
  timer: 'none',
  devices: [{ class: 'massage', level: 'usual-or-lowest', rampS: 30 }],
  presets: [{ id: 'bed-massage', doseId: 'session' }],
  covers: REGIONS,
  asksOneTap: true,
};
