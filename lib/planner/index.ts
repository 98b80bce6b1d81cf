/** From a situation to a dosed, timed plan without conflicts. Pure. */
export * from './calendar';
export * from './item-times';
export { planFor } from './plan';
export * from './programme';
export { restDaysBefore } from './rest-days';
export {
  competes,
  completeSituation as situationOf,
  type Effort,
  GOALS,
  type Goal,
  judgeEffort as effortOf,
  LONG_MIN,
  type LogEntry,
  offsetMs,
  PHASES,
  type Phase,
  type PlannedEvent,
  PREFERENCE_NAMES,
  type PreferenceName,
  RULE_NAMES,
  type RuleName,
  type RuleValues as Values,
  type Situation,
  toWeek as weekOf,
} from './rules';
export type * from './types';
