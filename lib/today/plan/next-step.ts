import type { Day } from '../../core/day';
import { isAllDay, type Plan, type PlanItem } from '../../planner';

/**
 * What of today is still to be done at a time of its own, earliest first. The first of them is the next step on every surface. Items that
 * last the whole day are no steps, nor are those of another day.
 */
export function findSteps({ items }: Pick<Plan, 'items'>, day: Day): PlanItem[] {
  return items
    .filter((item) => item.day === day && !isAllDay(item))
    .sort((a, b) => a.startMs - b.startMs || a.windowToMs - b.windowToMs || (a.id < b.id ? -1 : 1));
}
