import type { Day } from '../core/day';

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

/** Seconds that the heart stood at one rate. */
export interface HeartRateTime {
  readonly bpm: number;
  readonly s: number;
}

export interface Activity {
  readonly sport: Sport;
  /** Epoch ms. */
  readonly startMs: number;
  readonly movingTimeS: number;
  /** From start to end, pauses included; left out: not known. */
  readonly elapsedTimeS?: number;
  readonly avgHrBpm: number | null;
  /** By rate, where it is known: truer than the mean. Kept in a table of its own and put in for scoring. */
  readonly heartRateTimes?: readonly HeartRateTime[];
  /** Borg's CR10: 0 … 10. */
  readonly rpe: number | null;
  /** Null: not said. Strength counts as `size` until it is. */
  readonly kind: ActivityKind | null;
  readonly regions: readonly Region[];
}

/** What load is computed with. Null: not said. */
export interface Profile {
  readonly birthYear: number | null;
  readonly sex: 'female' | 'male' | 'unstated';
  readonly massKg: number | null;
  readonly hrMaxBpm: number | null;
  readonly hrRestBpm: number | null;
  readonly lthrBpm: number | null;
}

/** Nothing said. */
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
