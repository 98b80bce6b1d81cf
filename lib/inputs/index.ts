/** What happened: read from the database once, by one rule, for everybody. */
export { type ActivityRow, type Assembled, assembleInputs, type InputRows, type ScoredRow } from './assemble';
export { readFirstDay } from './first-day';
export {
  AHEAD_DAYS,
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
