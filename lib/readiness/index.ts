/** Checks, answers and load in; what kind of day it is out. Pure. */
export { BASELINE_DAYS, computeCvPct, enters } from './baseline';
export * from './check-in';
export { type Clocks, type FuelClock, type MuscleClock, setClocks } from './clocks';
export { FATIGUE_BACK_DAYS, watchFatigue } from './fatigue-watch';
export * from './health';
export { type DayInput, type JudgedDay, judgeDay } from './judge-day';
export type { DayEvent } from './race-day';
export { findUsual, judgeReadiness, wouldChange } from './readiness';
export { findFreeDay, ILL_DAYS, type SessionAdvice } from './sessions';
export * from './types';
