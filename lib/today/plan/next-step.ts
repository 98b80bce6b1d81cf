import type { Day } from '../../core/day';
import { keepWakingDay, type SleepTimes } from '../../core/waking-day';
import { compareItems, isAllDay, type Plan, type PlanItem } from '../../planner';

/**
 * Open items of a waking day that have a time of their own, earliest first. The first one is the next step on every surface. Items that last all
 * day and items of other days are no steps.
 */
export function findSteps({ items, timeZone }: Pick<Plan, 'items' | 'timeZone'>, day: Day, times: SleepTimes): PlanItem[] {
  return items.filter((item) => !isAllDay(item) && keepWakingDay(item.day, item.startMs, times, timeZone) === day).sort(compareItems);
}
