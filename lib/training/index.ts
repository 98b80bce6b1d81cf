/** Activities in; load, fitness, fatigue and what is left for today out. Pure. */
export { type Budget, computeBudget } from './budget';
export { findHeartRates, type HeartRates, isConsistent } from './heart-rates';
export { computeLoad, type DayLoad, fillLoadDays, LOAD_DAYS, type Load, SEED_DAYS } from './load';
export { effortScore, endMs, isStrength, scoreActivity } from './score';
export { computeTrimp, heartRateScore, heartRateTimesScore, trimp } from './trimp';
export * from './types';
