/** Checks, answers and load in; what kind of day it is out. Pure. */
export { BASELINE_DAYS, computeCvPct as cvPctOf, enters } from './baseline';
export * from './check-in';
export { type Clocks, type FuelClock, type MuscleClock, setClocks as clocksOf } from './clocks';
export { watchFatigue as fatigueWatchOf } from './fatigue-watch';
export * from './health';
export { type DayInput, type JudgedDay, judgeDay } from './judge-day';
export type { DayEvent } from './race-day';
export { findUsual as usualOf, judgeReadiness as readinessOf, wouldChange } from './readiness';
export { findFreeDay, type SessionAdvice } from './sessions';
export * from './types';
