/** Turns a situation into a plan with doses and times and without conflicts. Pure. */
export * from './calendar';
export { ROUTINES, type RoutineId } from './choose-routine';
export * from './conflict-words';
export type { Conflict } from './conflicts';
export { LEAST_MIN, LEAST_SHARE } from './full-dose';
export * from './item-times';
export * from './own';
export { planFor } from './plan';
export * from './programme';
export { restDaysBefore } from './rest-days';
export { STEP_REASONS, type StepReason } from './routine';
export {
  competes,
  completeSituation,
  GOALS,
  type Goal,
  type LogEntry,
  PHASES,
  type Phase,
  type PlannedEvent,
  RULE_NAMES,
  type RuleName,
  type RuleValues as Values,
  type Situation,
  toWeek,
} from './rules';
export type * from './types';
export { findWakingShareNow } from './waking-share';
