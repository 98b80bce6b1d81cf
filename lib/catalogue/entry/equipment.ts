/** What a user may have at hand. */
export const EQUIPMENT = [
  'foam-roller',
  'massage-stick',
  'massage-gun',
  'compression-boots',
  'compression-garment',
  'tape',
  'cold-bath',
  'cryo-chamber',
  'ice-pack',
  'sauna',
  'infrared-sauna',
  'red-light',
  'pemf',
  'warm-bath',
  'walking-pad',
  'treadmill',
  'stepper',
  'elliptical',
  'bike',
  'desk-bike',
] as const;
export type Equipment = (typeof EQUIPMENT)[number];

/** Machines for gentle movement. */
export const MACHINES = ['walking-pad', 'treadmill', 'stepper', 'elliptical', 'bike', 'desk-bike'] as const satisfies readonly Equipment[];
