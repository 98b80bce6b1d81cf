import type { Profile } from './types';

/** The heart rates, in bpm, between which a person's load is measured. */
export interface HeartRates {
  readonly restBpm: number;
  readonly maxBpm: number;
  readonly lthrBpm: number;
  readonly sex: Profile['sex'];
}

/**
 * The resting heart rate when neither the profile nor any morning gives one. Our choice; ten beats more or less change a score by about a
 * tenth.
 */
const DEFAULT_REST_BPM = 60;
/** Share of the heart-rate reserve at the lactate threshold where the user has not said (elevate's HRSS). */
const LTHR_RESERVE = 0.85;
/** A narrower reserve is a typing error, and would make every score explode. */
const LEAST_RESERVE_BPM = 30;

/**
 * Heart rates for scoring; null where the maximum is unknown, even from age, or the profile contradicts itself.
 *
 * Maximum from age: 208 − 0.7 · age (Tanaka 2001, J Am Coll Cardiol 37:153), whose SD between people is about 10 bpm.
 * @param year the year of the activity
 * @param measuredBpm the resting heart rate of the mornings up to the activity's day, for those who have not said theirs
 */
export function findHeartRates(profile: Profile, year: number, measuredBpm: number | null): HeartRates | null {
  const maxBpm = profile.hrMaxBpm ?? (profile.birthYear === null ? null : 208 - 0.7 * (year - profile.birthYear));
  const restBpm = profile.hrRestBpm ?? measuredBpm ?? DEFAULT_REST_BPM;
  if (maxBpm === null || maxBpm - restBpm < LEAST_RESERVE_BPM) return null;
  const said = profile.lthrBpm;
  const lthrBpm = said !== null && said > restBpm && said <= maxBpm ? said : restBpm + LTHR_RESERVE * (maxBpm - restBpm);
  return { restBpm, maxBpm, lthrBpm, sex: profile.sex };
}

/** Whether load can be computed from the heart rates that were typed: false when the resting one is too close to the maximum. */
export function isConsistent(profile: Profile, year: number): boolean {
  return profile.hrMaxBpm === null || findHeartRates(profile, year, null) !== null;
}
