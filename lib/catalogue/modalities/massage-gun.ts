import type { ModalityEntry } from '../entry';
import { NO_MUSCLE_BELLY } from '../entry/no-muscle-belly';

/** At most 2 min a muscle, both sides together; 15 s to move the gun. Ours. */
const GUN = { whose: 'ours', minutesPerMuscle: 2, level: 1, course: { by: 'regions', leastS: 60, mostS: 120, changeS: 15 } } as const;

export const massageGun: ModalityEntry = {
  name: 'Massage gun',
  families: ['massage', 'gun', 'contact', 'for-intense-soreness'],
  grades: { seed: 'moderate', trials: 'mixed', kind: 'trials' },
  guides: ['fleet-feet', 'running-recovery'],
  literature: [],
  // No source gives a dose: at most 2 min a muscle, 15 min in all, the lowest level first, on as many muscles as need treatment.
  doses: [
    { id: 'five-muscles', minutes: 10, ...GUN },
    { id: 'three-muscles', minutes: 6, ...GUN },
    { id: 'two-muscles', minutes: 4, ...GUN },
    { id: 'one-muscle', minutes: 2, ...GUN },
  ],
  windows: [
    { at: 'after', sessions: 'any', fromMin: 0, toMin: 12 * 60 },
    { at: 'day', days: 'sore', part: 'waking' },
  ],
  equipment: [['massage-gun']],
  variants: [{ id: 'vibration' }, { id: 'percussion' }],
  counts: true,
  perDay: 1,
  local: true,
  steps: ['gun_lowest', 'gun_attachment', 'gun_two_minutes', 'gun_bellies', 'gun_where_not', 'gun_no_pain', 'gun_vibration', 'gun_doctor'],
  timer: 'listed',
  devices: [{ class: 'percussion', level: 'lowest' }],
  presets: [
    { id: 'gun-calves', doseId: 'one-muscle', regions: ['calves'] },
    { id: 'gun-quads', doseId: 'one-muscle', regions: ['quads'] },
    { id: 'gun-hamstrings', doseId: 'one-muscle', regions: ['hamstrings'] },
    { id: 'gun-legs', doseId: 'three-muscles', regions: ['calves', 'quads', 'hamstrings'] },
  ],
  usualRegions: ['calves', 'quads', 'hamstrings'],
  notOn: [
    'neck',
    'throat',
    'head',
    'spine',
    'bone',
    'joint',
    'groin',
    'varicose-veins',
    'numb-skin',
    'fresh-injury',
    'unexplained-calf-pain',
    'painful-spot',
  ],
  neverRegions: NO_MUSCLE_BELLY,
  asksOneTap: true,
};
