import type { PlanItem } from '../../planner';
import type { ReboundDatabase, StoredLogEntry } from '../../storage';
import { readToday } from '../read-today';

/** An item of the plan to carry out, and whether it belongs to the demo. */
export interface PlannedFor {
  readonly item: PlanItem;
  readonly demo: boolean;
  readonly over: null;
}

/** An item that the plan no longer has: done, skipped, or gone because its window closed or a rule now excludes it. */
export interface ItemOver {
  readonly item: null;
  readonly demo: boolean;
  readonly over: StoredLogEntry['outcome'] | 'gone';
}

/** The item as the plan has it now, or why it is over; null only if `id` is null: no item was asked for. */
export async function readPlannedItem(db: ReboundDatabase, id: string | null, nowMs: number): Promise<PlannedFor | ItemOver | null> {
  if (id === null) return null;
  const { plan, log, world } = await readToday(db, nowMs);
  const demo = world === 'demo';
  const item = [...plan.items, ...plan.optional].find((one) => one.id === id);
  if (item !== undefined) return { item, demo, over: null };
  return { item: null, demo, over: log.find(({ itemId }) => itemId === id)?.outcome ?? 'gone' };
}
