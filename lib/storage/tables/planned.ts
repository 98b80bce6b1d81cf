import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import { INTENSITIES, type PlannedSession, SPORTS } from '../../training';
import type { World } from '../fields';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `planned`: the sessions that the user plans. */

/** A session that the user plans. */
export interface StoredPlanned extends PlannedSession {
  readonly id: string;
  readonly world: World;
  readonly day: Day;
}

declare module '../table' {
  interface Tables {
    planned: EntityTable<StoredPlanned, 'id'>;
  }
}

export default defineTable<StoredPlanned>({
  name: 'planned',
  stores: { 2: 'id, [world+day]' },
  world: '[world+day]',
  todayRestsOn: true,
  row: v.pipe(
    v.object({
      id: f.id,
      world: f.world,
      day: f.day,
      sport: v.picklist(SPORTS),
      atMs: f.instantMs,
      minutes: f.within(0, 14_400),
      intensity: v.picklist(INTENSITIES),
    }),
    v.forward(
      v.check((row) => f.isOfDay(row.day, row.atMs)),
      ['day'],
    ),
  ),
});

/** The sessions of the days `from` to `to`, both included, by day. */
export function plannedBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<StoredPlanned[]> {
  return db.planned.where('[world+day]').between([world, from], [world, to], true, true).sortBy('atMs');
}

export async function putPlanned(db: ReboundDatabase, planned: StoredPlanned): Promise<void> {
  await db.planned.put(planned);
}

export async function deletePlanned(db: ReboundDatabase, id: string): Promise<void> {
  await db.planned.delete(id);
}
