/** Checks, answers and load in; what kind of day it is out. Pure. */
export { BASELINE_DAYS, cvPctOf, enters } from './baseline';
export * from './check-in';
export { type Clocks, clocksOf, type FuelClock, type MuscleClock } from './clocks';
export { fatigueWatchOf } from './fatigue-watch';
export { type DayInput, type JudgedDay, judgeDay, loadsOf } from './judge-day';
export { readinessOf, usualOf, wouldChange } from './readiness';
export type { SessionAdvice } from './sessions';
export * from './types';
