import { putSession, putSessionNow, type ReboundDatabase } from '../../storage';
import { isAgain, logSession, logSessionNow } from '../../today/plan/log-session';
import type { RecordSink } from './record-keeper';

/**
 * Session records in the database; one that is over is ticked off in the plan. Keeps, in memory, of the sessions that run which ones do an
 * item of the plan once more: when the page goes away it is too late to look.
 */
export function databaseRecords(db: ReboundDatabase): RecordSink {
  const again = new Set<string>();
  return {
    put: async (record) => {
      await putSession(db, record);
      if (record.endedAtMs === null && (await isAgain(db, record))) again.add(record.id);
      await logSession(db, record);
    },
    putNow: (record) => {
      putSessionNow(db, record);
      logSessionNow(db, record, again.has(record.id));
    },
  };
}
