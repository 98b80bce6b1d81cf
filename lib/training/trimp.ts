import { sum } from '../core/statistics';
import type { HeartRates } from './heart-rates';
import type { HeartRateTime, Profile } from './types';

/** Banister's weighting of the heart-rate reserve: factor and exponent. */
const WEIGHTS = { male: [0.64, 1.92], female: [0.86, 1.67] } as const;

/**
 * Banister's TRIMP: minutes · HRr · a·e^(b·HRr), with 0.64 and 1.92 for men, 0.86 and 1.67 for women (Banister 1991). For people who prefer
 * not to say, the mean of both curves: they differ by less than a sixth, and in a score, which is a ratio, by a few per cent.
 */
export function trimp(minutes: number, hrBpm: number, { restBpm, maxBpm, sex }: HeartRates): number {
  const reserve = Math.min(1, Math.max(0, (hrBpm - restBpm) / (maxBpm - restBpm)));
  return minutes * reserve * weight(reserve, sex);
}

function weight(reserve: number, sex: Profile['sex']): number {
  if (sex === 'unstated') return (weight(reserve, 'male') + weight(reserve, 'female')) / 2;
  const [factor, exponent] = WEIGHTS[sex];
  return factor * Math.exp(exponent * reserve);
}

/** Load by heart rate: 100 · TRIMP ÷ TRIMP of one hour at the threshold's heart rate (as elevate's HRSS). */
export function heartRateScore(minutes: number, hrBpm: number, rates: HeartRates): number {
  return (100 * trimp(minutes, hrBpm, rates)) / trimp(60, rates.lthrBpm, rates);
}

/** Share of the moving time that heart rates must cover; with less they say little about the activity. Our own choice. */
const LEAST_COVERED = 0.5;

/**
 * Banister's TRIMP summed over the time at each heart rate. The weighting is convex, so the sum is never less than the TRIMP of the mean
 * heart rate: intervals count at their full cost. Null where the rates cover less than half of `movingTimeS`; the time that they do not
 * cover counts like the rest.
 */
export function computeTrimp(times: readonly HeartRateTime[], movingTimeS: number, rates: HeartRates): number | null {
  const covered = sum(times.map(({ s }) => s));
  if (covered <= 0 || covered < LEAST_COVERED * movingTimeS) return null;
  const scored = sum(times.map(({ bpm, s }) => trimp(s / 60, bpm, rates)));
  return scored * Math.max(1, movingTimeS / covered);
}

/** The same as a load score; null where `computeTrimp` is. */
export function heartRateTimesScore(times: readonly HeartRateTime[], movingTimeS: number, rates: HeartRates): number | null {
  const total = computeTrimp(times, movingTimeS, rates);
  return total === null ? null : (100 * total) / trimp(60, rates.lthrBpm, rates);
}
