import type { PlanItem } from '../../planner';
import type { ReboundDatabase } from '../../storage';
import { readToday } from '../read-today';

/** An item of the plan that is to be carried out, and whether it is the demo's. */
export interface PlannedFor {
  readonly item: PlanItem;
  readonly demo: boolean;
}

/** The item as it stands in the plan now; null: it is not there, or none was asked for. */
export async function readPlannedItem(db: ReboundDatabase, id: string | null, nowMs: number): Promise<PlannedFor | null> {
  if (id === null) return null;
  const { plan, world } = await readToday(db, nowMs);
  const item = plan.items.find((one) => one.id === id);
  return item === undefined ? null : { item, demo: world === 'demo' };
}
