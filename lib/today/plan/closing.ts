import { MINUTE_MS } from '../../core/time';
import type { PlanItem } from '../../planner';
import { isAllDay, isOpen, lastStartMs } from '../../planner';
import type { Settings } from '../../storage';
import type { Today } from '../read-today';

/** How long before the last start it is told, ms. */
export const TOLD_BEFORE_MS = 30 * MINUTE_MS;
/** What may go on until this long before bed, or later, has the rest of the day and no window of its own. Ours. */
const BEFORE_BED_MS = 60 * MINUTE_MS;

/**
 * The items whose window is about to close: they can still be begun, and in half an hour no longer. None in quiet hours, and none of what has
 * the whole day, or the rest of it, or of the night.
 */
export function closingItems({ plan, settings }: Pick<Today, 'plan' | 'settings'>, nowMs: number): PlanItem[] {
  if (isQuiet(settings, nowMs, plan.timeZone)) return [];
  const night = plan.items.find(({ modality, startMs }) => modality === 'sleep' && startMs > nowMs);
  return plan.items.filter((item) => {
    const lastMs = lastStartMs(item);
    const leftMs = lastMs - nowMs;
    // What has but one time has no window.
    const window = lastMs - item.windowFromMs;
    const ofDay = isAllDay(item) || (night !== undefined && item.windowToMs > night.startMs - BEFORE_BED_MS);
    // A plan of now has no window that begins before its next five minutes.
    return item.modality !== 'sleep' && !ofDay && window > 0 && leftMs > 0 && leftMs <= TOLD_BEFORE_MS && isOpen(item, nowMs);
  });
}

/** Whether an instant lies in the quiet hours, or, where there are none, outside the waking ones that were said. */
export function isQuiet(
  { quietFrom, quietTo, bed, wake }: Pick<Settings, 'quietFrom' | 'quietTo' | 'bed' | 'wake'>,
  epochMs: number,
  timeZone: string,
): boolean {
  const [from, to] = quietFrom !== null && quietTo !== null ? [quietFrom, quietTo] : [bed, wake];
  if (from === null || to === null || from === to) return false;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const time = format.format(epochMs);
  return from < to ? time >= from && time < to : time >= from || time < to;
}
