import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `routineDays`: the days whose plan came from an own routine, for the comparison in Trends. */

/** Keeps the name: the routine may be renamed or deleted later. */
export interface RoutineDay {
  readonly day: Day;
  readonly routineId: string;
  readonly name: string;
}

declare module '../table' {
  interface Tables {
    routineDays: EntityTable<RoutineDay, 'day'>;
  }
}

export default defineTable<RoutineDay>({
  name: 'routineDays',
  stores: { 6: 'day' },
  todayRestsOn: false,
  naturalKey: true,
  row: v.object({ day: f.day, routineId: v.string(), name: v.string() }),
});

/** Stores which own routine a day has; null: none. Writes nothing if that is unchanged. */
export function rememberRoutineDay(
  db: ReboundDatabase,
  day: Day,
  own: { readonly id: string; readonly name: string } | null,
): Promise<void> {
  return db.transaction('rw', db.routineDays, async () => {
    const before = await db.routineDays.get(day);
    if (before?.routineId === own?.id && before?.name === own?.name) return;
    if (own === null) await db.routineDays.delete(day);
    else await db.routineDays.put({ day, routineId: own.id, name: own.name });
  });
}

/** Both days included. */
export function routineDaysBetween(db: ReboundDatabase, from: Day, to: Day): Promise<RoutineDay[]> {
  return db.routineDays.where('day').between(from, to, true, true).toArray();
}
