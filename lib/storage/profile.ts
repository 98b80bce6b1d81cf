import * as v from 'valibot';
import type { Profile } from '../training';

/** What the user said about themselves: the `profile` row of the settings. */

/** Values outside these limits count as typing errors; inclusive. */
export const PROFILE_LIMITS = {
  birthYear: [1900, 2100],
  massKg: [25, 300],
  hrMaxBpm: [100, 240],
  hrRestBpm: [25, 110],
  lthrBpm: [80, 230],
} as const satisfies Partial<Record<keyof Profile, readonly [number, number]>>;

const within = ([low, high]: readonly [number, number]) => v.nullable(v.pipe(v.number(), v.minValue(low), v.maxValue(high)));

export const personSchema = v.object({
  birthYear: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(PROFILE_LIMITS.birthYear[0]), v.maxValue(PROFILE_LIMITS.birthYear[1]))),
  sex: v.picklist(['female', 'male', 'unstated']),
  massKg: within(PROFILE_LIMITS.massKg),
  hrMaxBpm: within(PROFILE_LIMITS.hrMaxBpm),
  hrRestBpm: within(PROFILE_LIMITS.hrRestBpm),
  lthrBpm: within(PROFILE_LIMITS.lthrBpm),
});

export const PROFILE_FIELDS = [
  'birthYear',
  'sex',
  'massKg',
  'hrMaxBpm',
  'hrRestBpm',
  'lthrBpm',
] as const satisfies readonly (keyof Profile)[];
