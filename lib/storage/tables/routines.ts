import type { EntityTable } from 'dexie';
import { type OwnRoutine, ownRoutineSchema, type RoutineId } from '../../planner';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `routines`: the user's own routines. A kind of day has at most one of them. */

declare module '../table' {
  interface Tables {
    routines: EntityTable<OwnRoutine, 'id'>;
  }
}

export default defineTable<OwnRoutine>({
  name: 'routines',
  stores: { 6: 'id' },
  todayRestsOn: true,
  row: ownRoutineSchema,
});

/** By name. */
export async function ownRoutines(db: ReboundDatabase): Promise<OwnRoutine[]> {
  return (await db.routines.toArray()).sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** Stores a routine. Takes its kinds of day away from the others. */
export function putRoutine(db: ReboundDatabase, routine: OwnRoutine): Promise<void> {
  return db.transaction('rw', db.routines, async () => {
    await unpin(db, routine);
    await db.routines.put(routine);
  });
}

async function unpin(db: ReboundDatabase, { id, on }: OwnRoutine): Promise<void> {
  const taken = (kind: RoutineId) => on.includes(kind);
  for (const other of await db.routines.toArray()) {
    if (other.id !== id && other.on.some(taken)) await db.routines.put({ ...other, on: other.on.filter((kind) => !taken(kind)) });
  }
}

/** Deletes a routine. Returns it, so that it can be restored; null if there was none. */
export function deleteRoutine(db: ReboundDatabase, id: string): Promise<OwnRoutine | null> {
  return db.transaction('rw', db.routines, async () => {
    const routine = (await db.routines.get(id)) ?? null;
    await db.routines.delete(id);
    return routine;
  });
}
