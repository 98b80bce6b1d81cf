import Dexie from 'dexie';
import { deleteDemoChecks } from './checks';
import type { ReboundDatabase } from './database';

/** Removes everything of the demo: checks, answers, activities, sessions. Returns how many checks there were. */
export function deleteDemo(db: ReboundDatabase): Promise<number> {
  return db.transaction('rw', [db.checks, db.checkIns, db.activities, db.planned, db.sessions, db.planLog, db.plans], async () => {
    await db.checkIns.where('[world+day]').between(['demo', Dexie.minKey], ['demo', Dexie.maxKey]).delete();
    await db.activities.where('[world+startMs]').between(['demo', Dexie.minKey], ['demo', Dexie.maxKey]).delete();
    await db.planned.where('[world+day]').between(['demo', Dexie.minKey], ['demo', Dexie.maxKey]).delete();
    await db.planLog.where('[world+day]').between(['demo', Dexie.minKey], ['demo', Dexie.maxKey]).delete();
    await db.plans.delete('demo');
    await db.sessions.filter(({ demo }) => demo).delete();
    return deleteDemoChecks(db);
  });
}
