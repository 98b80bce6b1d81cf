import type { ReboundDatabase } from './database';
import type { StoredPlan, World } from './types';

/** Owner of `plans`: what the next plan has to know of the last one. */

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
