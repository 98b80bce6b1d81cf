/** Activities in; load, fitness, fatigue and what is left of them out. Pure. */
export { type Budget, budgetOf } from './budget';
export { type HeartRates, heartRatesOf } from './heart-rates';
export { type DayLoad, type Load, loadDays, loadOf } from './load';
export { effortScore, endMs, isStrength, scoreAll, scoreOf } from './score';
export { heartRateScore, heartRateTimesScore, trimp, trimpOf } from './trimp';
export * from './types';
