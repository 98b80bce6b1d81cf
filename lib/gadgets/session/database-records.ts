import { putSession, putSessionNow, type ReboundDatabase } from '../../storage';
import type { RecordSink } from './record-keeper';

/** Session records in the database. */
export function databaseRecords(db: ReboundDatabase): RecordSink {
  return { put: (record) => putSession(db, record), putNow: (record) => putSessionNow(db, record) };
}
