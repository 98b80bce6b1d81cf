import { addToSession, putSession, putSessionNow, type ReboundDatabase } from '../../storage';
import { isAgain, logSession, logSessionNow } from '../../today/plan/log-session';
import type { RecordSink } from './record-keeper';

/**
 * Session records in the database. A session that is over ticks off its item in the plan. Keeps in memory which running sessions repeat an
 * item of the plan, because it is too late to look when the page goes away.
 */
export function databaseRecords(db: ReboundDatabase): RecordSink {
  const again = new Set<string>();
  return {
    put: async (record) => {
      await putSession(db, record);
      if (record.endedAtMs === null && (await isAgain(db, record))) again.add(record.id);
      await logSession(db, record);
    },
    addLater: (id, late) => addToSession(db, id, late),
    putNow: (record) => {
      putSessionNow(db, record);
      logSessionNow(db, record, again.has(record.id));
    },
  };
}
