import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import type { World } from '../fields';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `plans`: what the next plan needs to know about the last one. */

/** What the next plan needs to know about the last one: the times of its items, and what the user moved. */
export interface StoredPlan {
  readonly world: World;
  readonly previous: readonly { readonly id: string; readonly startMs: number; readonly doseId: string }[];
  readonly moved: readonly { readonly id: string; readonly startMs: number }[];
}

declare module '../table' {
  interface Tables {
    plans: EntityTable<StoredPlan, 'world'>;
  }
}

export default defineTable<StoredPlan>({
  name: 'plans',
  stores: { 3: 'world' },
  world: 'world',
  todayRestsOn: true,
  naturalKey: true,
  row: v.object({
    world: f.world,
    previous: v.array(v.object({ id: v.string(), startMs: f.instantMs, doseId: v.string() })),
    moved: v.array(v.object({ id: v.string(), startMs: f.instantMs })),
  }),
});

export async function getStoredPlan(db: ReboundDatabase, world: World): Promise<StoredPlan> {
  return (await db.plans.get(world)) ?? { world, previous: [], moved: [] };
}

/** Stores the times of a plan's items. Writes nothing if they are unchanged, so that queries on the table do not run forever. */
export function rememberPlan(db: ReboundDatabase, world: World, previous: StoredPlan['previous']): Promise<void> {
  return db.transaction('rw', db.plans, async () => {
    const stored = await getStoredPlan(db, world);
    if (JSON.stringify(stored.previous) === JSON.stringify(previous)) return;
    await db.plans.put({ ...stored, previous });
  });
}

/** Moves an item to a time; null lets the plan choose. Deletes moves to times before `nowMs`. */
export function moveInPlan(db: ReboundDatabase, world: World, id: string, startMs: number | null, nowMs: number): Promise<void> {
  return db.transaction('rw', db.plans, async () => {
    const stored = await getStoredPlan(db, world);
    const others = stored.moved.filter((one) => one.id !== id && one.startMs >= nowMs);
    await db.plans.put({ ...stored, moved: startMs === null ? others : [...others, { id, startMs }] });
  });
}
