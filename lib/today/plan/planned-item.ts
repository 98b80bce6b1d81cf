import type { PlanItem } from '../../planner';
import type { ReboundDatabase } from '../../storage';
import { readToday } from '../read-today';

/** An item of the plan to carry out, and whether it belongs to the demo. */
export interface PlannedFor {
  readonly item: PlanItem;
  readonly demo: boolean;
}

/** The item as it is in the plan now; null if it is not there, or if `id` is null. */
export async function readPlannedItem(db: ReboundDatabase, id: string | null, nowMs: number): Promise<PlannedFor | null> {
  if (id === null) return null;
  const { plan, world } = await readToday(db, nowMs);
  const item = plan.items.find((one) => one.id === id);
  return item === undefined ? null : { item, demo: world === 'demo' };
}
