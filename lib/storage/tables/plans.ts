import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import type { World } from '../fields';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `plans`: what the next plan has to know of the last one. */

/** What the next plan has to know of the last one: where its items stood, and what the user moved. */
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

/** Keeps where the items of a plan stand; writes nothing where it is known already, so that those who follow the table come to rest. */
export function rememberPlan(db: ReboundDatabase, world: World, previous: StoredPlan['previous']): Promise<void> {
  return db.transaction('rw', db.plans, async () => {
    const stored = await getStoredPlan(db, world);
    if (JSON.stringify(stored.previous) === JSON.stringify(previous)) return;
    await db.plans.put({ ...stored, previous });
  });
}

/** Puts an item at a time; null: where the plan thinks best. Moves to before `nowMs` are over and go. */
export function moveInPlan(db: ReboundDatabase, world: World, id: string, startMs: number | null, nowMs: number): Promise<void> {
  return db.transaction('rw', db.plans, async () => {
    const stored = await getStoredPlan(db, world);
    const others = stored.moved.filter((one) => one.id !== id && one.startMs >= nowMs);
    await db.plans.put({ ...stored, moved: startMs === null ? others : [...others, { id, startMs }] });
  });
}
