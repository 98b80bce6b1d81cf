import type { ModalityEntry } from '../entry';

export const cryotherapy: ModalityEntry = {
  name: 'Whole-body cryotherapy',
  families: ['cold', 'whole-body-cold', 'sauna-plunge-cryo', 'for-intense-soreness'],
  grades: { seed: 'mixed', trials: 'developing', kind: 'trials' },
  guides: ['palm-health', 'fleet-feet'],
  literature: ['fda-cryo'],
  // Below −150 °F, about −100 °C.
  doses: [{ id: 'palm-health', whose: 'palm-health', minutes: 3, minutesRange: [2, 3], temperatureC: -100 }],
  windows: [{ at: 'after', sessions: 'intense', fromMin: 0, toMin: 300 }],
  equipment: [['cryo-chamber']],
  variants: [],
  counts: true,
  perDay: 1,
  local: false,
  steps: ['cryo_staffed', 'cryo_not_cleared'],
  timer: 'none',
};
