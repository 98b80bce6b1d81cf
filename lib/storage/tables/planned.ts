import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import { CONFLICT_OFFERS, CONFLICT_REASONS, type ConflictOffer, type ConflictReason } from '../../planner';
import { INTENSITIES, type PlannedSession, SPORTS } from '../../training';
import type { World } from '../fields';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `planned`: the sessions that the user plans. */

/** The user's answer to a conflict: what they chose, for which reason, and the session as it was before, to take it back. */
export interface PlannedAnswer {
  readonly offer: ConflictOffer;
  readonly why: ConflictReason;
  readonly was: Pick<PlannedSession, 'atMs' | 'minutes' | 'intensity'> & { readonly day: Day };
}

/** A session that the user plans. */
export interface StoredPlanned extends PlannedSession {
  readonly id: string;
  readonly world: World;
  readonly day: Day;
  /** Null or omitted: nothing was asked, or not answered. A dropped session stays, so that it can be taken back. */
  readonly answer?: PlannedAnswer | null | undefined;
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
      answer: v.optional(
        v.nullable(
          v.object({
            offer: v.picklist(CONFLICT_OFFERS),
            why: v.picklist(CONFLICT_REASONS),
            was: v.object({ atMs: f.instantMs, minutes: f.within(0, 14_400), intensity: v.picklist(INTENSITIES), day: f.day }),
          }),
        ),
      ),
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

/** Whether the user still means to do it: dropped sessions stay only to be taken back. */
export function isMeant({ answer }: Pick<StoredPlanned, 'answer'>): boolean {
  return answer?.offer !== 'drop';
}

export async function putPlanned(db: ReboundDatabase, planned: StoredPlanned): Promise<void> {
  await db.planned.put(planned);
}

export async function deletePlanned(db: ReboundDatabase, id: string): Promise<void> {
  await db.planned.delete(id);
}
