import Dexie from 'dexie';
import type { ReboundDatabase } from './table';
import { deleteDemoChecks } from './tables/checks';

/** Deletes everything of the demo: checks, answers, activities, sessions, plan, weighings. Returns the number of checks. */
export function deleteDemo(db: ReboundDatabase): Promise<number> {
  const tables = [db.checks, db.checkIns, db.activities, db.planned, db.sessions, db.planLog, db.plans, db.weighings];
  return db.transaction('rw', tables, async () => {
    const byDay = [db.checkIns, db.planned, db.planLog, db.weighings];
    for (const table of byDay) await table.where('[world+day]').between(['demo', Dexie.minKey], ['demo', Dexie.maxKey]).delete();
    await db.activities.where('[world+startMs]').between(['demo', Dexie.minKey], ['demo', Dexie.maxKey]).delete();
    await db.plans.delete('demo');
    await db.sessions.filter(({ demo }) => demo).delete();
    return deleteDemoChecks(db);
  });
}
