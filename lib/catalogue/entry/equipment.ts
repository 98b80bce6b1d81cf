/** The equipment that a user may have. */
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

/** Missing equipment: everything in `all`, and everything in one of the sets of `oneOf` (empty: nothing more). */
export interface MissingEquipment {
  readonly all: readonly Equipment[];
  readonly oneOf: readonly (readonly Equipment[])[];
}

/**
 * What is missing to complete one of these sets; null when nothing is. A set is left out when another one needs less: with a sauna, only
 * the cold bath is missing.
 */
export function findMissingEquipment(sets: readonly (readonly Equipment[])[], owned: readonly Equipment[]): MissingEquipment | null {
  const lacking = sets.map((set) => set.filter((one) => !owned.includes(one)));
  if (sets.length === 0 || lacking.some((set) => set.length === 0)) return null;
  const within = (small: readonly Equipment[], large: readonly Equipment[]) => small.every((one) => large.includes(one));
  const least = lacking.filter((set, at) =>
    lacking.every((other, place) => place === at || !within(other, set) || (within(set, other) && place > at)),
  );
  const all = least[0]?.filter((one) => least.every((set) => set.includes(one))) ?? [];
  const oneOf = least.map((set) => set.filter((one) => !all.includes(one))).filter((set) => set.length > 0);
  return { all, oneOf };
}
