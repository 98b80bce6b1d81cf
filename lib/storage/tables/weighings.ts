import Dexie, { type EntityTable } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import type { World } from '../fields';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `weighings`: body mass before and after a session. */

export interface Weighing {
  readonly id: string;
  readonly world: World;
  readonly day: Day;
  readonly timeZone: string;
  readonly atMs: number;
  readonly beforeKg: number;
  /** Null if not weighed again yet. */
  readonly afterKg: number | null;
  readonly drunkMl: number;
  readonly passedMl: number;
  readonly activityId: string | null;
}

declare module '../table' {
  interface Tables {
    weighings: EntityTable<Weighing, 'id'>;
  }
}

const kg = f.within(1, 1000);
const ml = f.within(0, 100_000);

export default defineTable<Weighing>({
  name: 'weighings',
  stores: { 3: 'id, [world+day]' },
  world: '[world+day]',
  todayRestsOn: true,
  row: v.pipe(
    v.object({
      id: f.id,
      world: f.world,
      day: f.day,
      timeZone: f.timeZone,
      atMs: f.instantMs,
      beforeKg: kg,
      afterKg: v.nullable(kg),
      drunkMl: ml,
      passedMl: ml,
      activityId: v.nullable(v.string()),
    }),
    v.forward(
      v.check((row) => f.isOfDay(row.day, row.atMs)),
      ['day'],
    ),
  ),
});

export async function putWeighing(db: ReboundDatabase, weighing: Weighing): Promise<void> {
  await db.weighings.put(weighing);
}

/** The weighings of the days `from` to `to`, both included, oldest first. */
export function weighingsBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<Weighing[]> {
  return db.weighings.where('[world+day]').between([world, from], [world, to], true, true).sortBy('atMs');
}

/** The last weighing up to a day, that day included; undefined if there was none. */
export function lastWeighing(db: ReboundDatabase, world: World, to: Day): Promise<Weighing | undefined> {
  return db.weighings.where('[world+day]').between([world, Dexie.minKey], [world, to], true, true).last();
}

/** Deletes a weighing. Returns it, so that it can be restored; null if there was none. */
export function deleteWeighing(db: ReboundDatabase, id: string): Promise<Weighing | null> {
  return db.transaction('rw', db.weighings, async () => {
    const weighing = (await db.weighings.get(id)) ?? null;
    await db.weighings.delete(id);
    return weighing;
  });
}
