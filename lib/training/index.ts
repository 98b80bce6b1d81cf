/** Activities in; load, fitness, fatigue and what is left for today out. Pure. */
export { type Budget, computeBudget } from './budget';
export { type Effort, isHardOrLong, isWorkout, judgeEffort, LONG_MIN } from './effort';
export { findHeartRates, type HeartRates, isConsistent } from './heart-rates';
export { computeLoad, type DayLoad, fillLoadDays, LOAD_DAYS, type Load, SEED_DAYS } from './load';
export {
  EVENT_MINUTES,
  type FuelSession,
  findCarbohydrateOn,
  findCarbohydratePerKg,
  findRefuelling,
  findStillToEat,
  hasEmptiedStores,
  LIGHT_DAY_G_PER_KG,
  REFUEL_H,
  SAME_EVENT_MS,
  toFuelSessions,
  toGrams,
} from './refuel';
export { effortScore, endMs, isStrength, scoreActivity } from './score';
export { computeTrimp, heartRateScore, heartRateTimesScore, trimp } from './trimp';
export * from './types';
