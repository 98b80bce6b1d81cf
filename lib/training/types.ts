import type { Day } from '../core/day';

/** Activities, as typed, read from a page or imported. Pure: the database stores them as they are. */

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

/** How long the heart was at one rate, in s. */
export interface HeartRateTime {
  readonly bpm: number;
  readonly s: number;
}

export interface Activity {
  readonly sport: Sport;
  /** Epoch ms. */
  readonly startMs: number;
  readonly movingTimeS: number;
  /** From start to end, pauses included; left out where unknown. */
  readonly elapsedTimeS?: number;
  readonly avgHrBpm: number | null;
  /** Time at each heart rate, where known: more accurate than the mean. Stored in a table of its own and added for scoring. */
  readonly heartRateTimes?: readonly HeartRateTime[];
  /** Borg's CR10: 0 … 10. */
  readonly rpe: number | null;
  /** Null: not answered. Strength counts as `size` until it is. */
  readonly kind: ActivityKind | null;
  readonly regions: readonly Region[];
}

/** What load is computed with. Null: not answered. */
export interface Profile {
  readonly birthYear: number | null;
  readonly sex: 'female' | 'male' | 'unstated';
  readonly massKg: number | null;
  readonly hrMaxBpm: number | null;
  readonly hrRestBpm: number | null;
  readonly lthrBpm: number | null;
}

/** A profile without any answer. */
export const BLANK_PROFILE: Profile = {
  birthYear: null,
  sex: 'unstated',
  massKg: null,
  hrMaxBpm: null,
  hrRestBpm: null,
  lthrBpm: null,
};

/** What a load score rests on: heart rate, the effort felt, or, with neither, the sport and the minutes alone. */
export type LoadBasis = 'heart-rate' | 'effort' | 'minutes';

/** An activity on its local day, with its load. `score`: one hour at the lactate threshold's heart rate = 100. */
export interface ScoredActivity extends Activity {
  readonly day: Day;
  readonly score: number;
  readonly basis: LoadBasis;
}

export const INTENSITIES = ['easy', 'moderate', 'hard'] as const;

/** A session that the user means to do. */
export interface PlannedSession {
  readonly sport: Sport;
  /** Epoch ms. */
  readonly atMs: number;
  readonly minutes: number;
  readonly intensity: (typeof INTENSITIES)[number];
}
