/** Checks, answers and load in; what kind of day it is out. Pure. */

export { BASELINE_DAYS, computeCvPct, enters } from './baseline';
export * from './check-in';
export { type Clocks, type FuelClock, type MuscleClock, setClocks } from './clocks';
export { FATIGUE_BACK_DAYS, watchFatigue } from './fatigue-watch';
export { findUsualSoreness } from './felt';
export * from './health';
export { findReturn } from './illness';
export { type DayInput, type JudgedDay, judgeDay } from './judge-day';
export { hasJustTravelled } from './notes';
export type { DayEvent } from './race-day';
export { findUsual, judgeReadiness, wouldChange } from './readiness';
export { adviseSession, type EasierSession, ILL_DAYS, type SessionAdvice, toEasier } from './sessions';
export * from './types';
