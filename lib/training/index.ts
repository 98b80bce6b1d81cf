/** Activities in; load, fitness, fatigue and what is left of them out. Pure. */
export { type Budget, computeBudget as budgetOf } from './budget';
export { findHeartRates as heartRatesOf, type HeartRates, isConsistent } from './heart-rates';
export { computeLoad as loadOf, type DayLoad, fillLoadDays, LOAD_DAYS, type Load, SEED_DAYS } from './load';
export { effortScore, endMs, isStrength, scoreActivity as scoreOf } from './score';
export { computeTrimp as trimpOf, heartRateScore, heartRateTimesScore, trimp } from './trimp';
export * from './types';
