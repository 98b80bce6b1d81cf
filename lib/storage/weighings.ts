import type { Day } from '../core/day';
import type { ReboundDatabase } from './database';
import type { Weighing, World } from './types';

/** Owner of `weighings`: body mass before and after a session. */

export async function putWeighing(db: ReboundDatabase, weighing: Weighing): Promise<void> {
  await db.weighings.put(weighing);
}

/** Those of the days `from` to `to`, both included, oldest first. */
export function weighingsBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<Weighing[]> {
  return db.weighings.where('[world+day]').between([world, from], [world, to], true, true).sortBy('atMs');
}

/** Removes one. Returns it, so that it can be put back; null when there was none. */
export function deleteWeighing(db: ReboundDatabase, id: string): Promise<Weighing | null> {
  return db.transaction('rw', db.weighings, async () => {
    const weighing = (await db.weighings.get(id)) ?? null;
    await db.weighings.delete(id);
    return weighing;
  });
}
