/**
 * Water and heat: which temperature goes with how long (facts/recovery.md). A pair is one source's, temperature and time together, and is
 * never mixed with another's.
 */

export interface Pair {
  /** Both ends belong to it, °C. */
  readonly temperatureC: readonly [number, number];
  readonly longestS: number;
  readonly doseOf: string;
}

export const COLD_PAIR: Pair = { temperatureC: [10, 15], longestS: 15 * 60, doseOf: 'running-recovery' };
export const COLDER_PAIR: Pair = { temperatureC: [3, 10], longestS: 5 * 60, doseOf: 'alyze' };
/** Ours: the first three times at the warm end, two minutes at most. */
export const FIRST_COLD_PAIR: Pair = { temperatureC: [13, 15], longestS: 2 * 60, doseOf: 'ours' };
export const FIRST_TIMES = 3;

export const SAUNA_PAIR: Pair = { temperatureC: [80, 100], longestS: 20 * 60, doseOf: 'alyze' };
/** Ours: no seed says how warm a warm bath is. */
export const WARM_BATH_PAIR: Pair = { temperatureC: [36, 40], longestS: 20 * 60, doseOf: 'ours' };

/** What must be read and acknowledged before the first plunge; the words are the views'. */
export const WATER_RULES = [
  'never-alone',
  'not-after-alcohol',
  'head-above-water',
  'no-breath-holding',
  'out-when-numb-shivering-dizzy',
  'rewarm-before-driving',
] as const;

/** Cold that somebody may be in, at the coldest it was, s; 0: out at once. `timesBefore`: how often they did it. */
export function longestColdS(coldestC: number, timesBefore: number): number {
  if (timesBefore < FIRST_TIMES) return coldestC >= FIRST_COLD_PAIR.temperatureC[0] ? FIRST_COLD_PAIR.longestS : 0;
  if (coldestC >= COLD_PAIR.temperatureC[0]) return COLD_PAIR.longestS;
  return coldestC >= COLDER_PAIR.temperatureC[0] ? COLDER_PAIR.longestS : 0;
}
