import type { Day } from '../../core/day';
import { compareItems, isAllDay, type Plan, type PlanItem } from '../../planner';

/**
 * Today's open items that have a time of their own, earliest first. The first one is the next step on every surface. Items that last all
 * day and items of other days are no steps.
 */
export function findSteps({ items }: Pick<Plan, 'items'>, day: Day): PlanItem[] {
  return items.filter((item) => item.day === day && !isAllDay(item)).sort(compareItems);
}
