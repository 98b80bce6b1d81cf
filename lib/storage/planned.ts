import type { Day } from '../core/day';
import type { ReboundDatabase } from './database';
import type { StoredPlanned, World } from './types';

/** Owner of `planned`: the sessions that the user means to do. */

/** Those of the days `from` to `to`, both included, in the order of their days. */
export function plannedBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<StoredPlanned[]> {
  return db.planned.where('[world+day]').between([world, from], [world, to], true, true).sortBy('atMs');
}

export async function putPlanned(db: ReboundDatabase, planned: StoredPlanned): Promise<void> {
  await db.planned.put(planned);
}

export async function deletePlanned(db: ReboundDatabase, id: string): Promise<void> {
  await db.planned.delete(id);
}
