import { logSession, logSessionNow } from '../../plan/log-session';
import { putSession, putSessionNow, type ReboundDatabase } from '../../storage';
import type { RecordSink } from './record-keeper';

/** Session records in the database; one that is over is ticked off in the plan. */
export function databaseRecords(db: ReboundDatabase): RecordSink {
  return {
    put: async (record) => {
      await putSession(db, record);
      await logSession(db, record);
    },
    putNow: (record) => {
      putSessionNow(db, record);
      logSessionNow(db, record);
    },
  };
}
