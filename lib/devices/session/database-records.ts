import { putSession, putSessionNow, type ReboundDatabase } from '../../storage';
import { isAgain, logSession, logSessionNow } from '../../today/plan/log-session';
import type { RecordSink } from './record-keeper';

/**
 * Session records in the database. A session that is over ticks off its item in the plan. Keeps in memory which running sessions repeat an
 * item of the plan, because it is too late to look when the page goes away.
 */
export function databaseRecords(db: ReboundDatabase): RecordSink {
  const again = new Set<string>();
  return {
    put: (record) =>
      inOwnTask(async () => {
        await putSession(db, record);
        if (record.endedAtMs === null && (await isAgain(db, record))) again.add(record.id);
        await logSession(db, record);
      }),
    putNow: (record) => {
      putSessionNow(db, record);
      logSessionNow(db, record, again.has(record.id));
    },
  };
}

/** In a task of its own: in that of a live query, which may be running as the session goes on, the database refuses to write. */
function inOwnTask(work: () => Promise<void>): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise<void>((resolve, reject) => {
    port1.onmessage = () => {
      port1.close();
      work().then(resolve, reject);
    };
    port2.postMessage(null);
  });
}
