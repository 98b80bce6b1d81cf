/** Activities in; load, fitness, fatigue and what is left for today out. Pure. */
export { type Budget, computeBudget } from './budget';
export { findHeartRates, type HeartRates } from './heart-rates';
export { computeLoad, type DayLoad, fillLoadDays, type Load } from './load';
export { effortScore, endMs, isStrength, scoreActivity, scoreAll } from './score';
export { computeTrimp, heartRateScore, heartRateTimesScore, trimp } from './trimp';
export * from './types';
