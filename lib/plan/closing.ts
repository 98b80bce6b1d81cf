import type { PlanItem } from '../recovery';
import type { PlanNow } from './load-plan';
import { isAllDay, lastStartMs } from './time-words';

/** How long before the last start it is told, ms. */
export const TOLD_BEFORE_MS = 30 * 60_000;
const MINUTE_MS = 60_000;

/**
 * The items whose window is about to close: they can still be begun, and in half an hour no longer. None in quiet hours, and none of what has
 * the whole day, or of the night.
 */
export function closingItems({ plan, settings }: Pick<PlanNow, 'plan' | 'settings'>, nowMs: number): PlanItem[] {
  if (isQuiet(settings, nowMs, plan.timeZone)) return [];
  return plan.items.filter((item) => {
    const leftMs = lastStartMs(item) - nowMs;
    // What has but one time has no window.
    const window = item.windowToMs - item.windowFromMs - item.minutes * MINUTE_MS;
    return (
      item.modality !== 'sleep' && !isAllDay(item) && window > 0 && leftMs > 0 && leftMs <= TOLD_BEFORE_MS && nowMs >= item.windowFromMs
    );
  });
}

/** Whether an instant lies in the quiet hours, or, where there are none, outside the waking ones that were said. */
export function isQuiet(
  { quietFrom, quietTo, bed, wake }: Pick<PlanNow['settings'], 'quietFrom' | 'quietTo' | 'bed' | 'wake'>,
  epochMs: number,
  timeZone: string,
): boolean {
  const [from, to] = quietFrom !== null && quietTo !== null ? [quietFrom, quietTo] : [bed, wake];
  if (from === null || to === null || from === to) return false;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const time = format.format(epochMs);
  return from < to ? time >= from && time < to : time >= from || time < to;
}
