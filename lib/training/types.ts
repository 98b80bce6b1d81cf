/** What was done, as typed, read from a page or imported. Pure: the database stores it as it is. */

export const SPORTS = ['run', 'ride', 'swim', 'walk', 'hike', 'row', 'ski', 'strength', 'mobility', 'other'] as const;
export type Sport = (typeof SPORTS)[number];

export const ACTIVITY_KINDS = ['endurance', 'size', 'strength', 'power', 'skill'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Parts of the body that can be sore, trained, or treated. */
export const REGIONS = [
  'neck',
  'shoulders',
  'arms',
  'chest',
  'upper-back',
  'lower-back',
  'core',
  'hips',
  'glutes',
  'quads',
  'hamstrings',
  'adductors',
  'calves',
  'shins',
  'feet',
  'knees',
] as const;
export type Region = (typeof REGIONS)[number];

export interface Activity {
  readonly sport: Sport;
  /** Epoch ms. */
  readonly startMs: number;
  readonly movingTimeS: number;
  readonly avgHrBpm: number | null;
  /** Borg's CR10: 0 … 10. */
  readonly rpe: number | null;
  /** Null: not said. Strength counts as `size` until it is. */
  readonly kind: ActivityKind | null;
  readonly regions: readonly Region[];
}
