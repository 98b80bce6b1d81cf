/** What happened: read from the database in one place, by one rule. The command line has no database and uses only assemble.ts. */
export type { Assembled, InputRows } from './assemble';
export { chooseWorld } from './choose-world';
export { readFirstDay } from './first-day';
export { type Done, findMeantS, judgeSession, listDone } from './list-done';
export {
  type Inputs,
  inputTables,
  readInputs,
  readRows,
  type ScoredStored,
  type Span,
  type StoredRows,
  toInputs,
} from './read';
export { RESTING_DAYS } from './resting-heart-rate';
export type { ActivityRow, ScoredRow } from './score-activities';
