/** What helps recovery, what of it is not for whom, and the plan of the next 72 h. Pure. */
export * from './calendar';
export * from './catalogue';
export * from './nutrition';
export * from './planner';
export * from './programme';
export {
  competes,
  type Effort,
  effortOf,
  GOALS,
  type Goal,
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
  type Situation,
  situationOf,
  type Values,
  weekOf,
} from './rules';
export * from './screening';
