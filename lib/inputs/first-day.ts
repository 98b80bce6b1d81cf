import Dexie from 'dexie';
import type { Day } from '../core/day';
import { HISTORY_SOURCES, type ReboundDatabase, type World } from '../storage';

/** The first day with any data in a world; null: no data. */
export async function readFirstDay(db: ReboundDatabase, world: World): Promise<Day | null> {
  const [start, end] = [[world], [world, Dexie.maxKey]];
  const [check, checkIn, activity, ...histories] = await Promise.all([
    db.checks.where('[world+day]').between(start, end).first(),
    db.checkIns.where('[world+day]').between(start, end).first(),
    db.activities.where('[world+startMs]').between(start, end).first(),
    ...(world === 'own' ? HISTORY_SOURCES : []).map((source) =>
      db.histories.where('[source+day]').between([source, Dexie.minKey], [source, Dexie.maxKey]).first(),
    ),
  ]);
  const days = [check, checkIn, activity, ...histories].flatMap((row) => row?.day ?? []);
  return days.sort()[0] ?? null;
}
