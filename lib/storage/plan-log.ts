import type { Day } from '../day';
import type { ReboundDatabase } from './database';
import type { StoredLogEntry, World } from './types';

/** Owner of `planLog`: what of a plan is over, done or skipped. */

/** Those of the days `from` to `to`, both included, by start. */
export function logBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<StoredLogEntry[]> {
  return db.planLog.where('[world+day]').between([world, from], [world, to], true, true).sortBy('startMs');
}

export async function putLogEntry(db: ReboundDatabase, entry: StoredLogEntry): Promise<void> {
  await db.planLog.put(entry);
}

export async function deleteLogEntry(db: ReboundDatabase, id: string): Promise<void> {
  await db.planLog.delete(id);
}
