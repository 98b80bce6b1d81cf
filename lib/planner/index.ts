/** Turns a situation into a plan with doses and times and without conflicts. Pure. */
export * from './calendar';
export { LEAST_MIN, LEAST_SHARE } from './full-dose';
export * from './item-times';
export { planFor } from './plan';
export * from './programme';
export { restDaysBefore } from './rest-days';
export {
  competes,
  completeSituation,
  GOALS,
  type Goal,
  type LogEntry,
  PHASES,
  type Phase,
  type PlannedEvent,
  PREFERENCE_NAMES,
  type PreferenceName,
  RULE_NAMES,
  type RuleName,
  type RuleValues as Values,
  type Situation,
  toWeek,
} from './rules';
export type * from './types';
