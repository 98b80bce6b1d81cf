import type { ModalityEntry } from '../entry';

export const iceCompression: ModalityEntry = {
  name: 'Ice with compression',
  families: ['compression', 'garments', 'cold', 'local-cold', 'contact', 'for-intense-soreness'],
  grades: { seed: 'mixed', trials: 'little', kind: 'trials' },
  guides: ['fleet-feet'],
  literature: [],
  doses: [{ id: 'cloth-15', whose: 'ours', minutes: 15, minutesRange: [5, 15], lengthsMin: [5, 10, 15] }],
  windows: [{ at: 'day', days: 'sore', part: 'waking' }],
  equipment: [['ice-pack', 'compression-garment']],
  variants: [],
  counts: true,
  perDay: 1,
  local: true,
  steps: ['ice_cloth', 'ice_look', 'ice_fifteen'],
  timer: 'listed',
  notOn: ['fresh-injury', 'numb-skin'],
};
