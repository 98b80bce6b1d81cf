import { MINUTE_MS } from '../../core/time';
import type { PlanItem } from '../../planner';
import { isAllDay, isOpen, lastStartMs } from '../../planner';
import type { Settings } from '../../storage';
import type { Today } from '../read-today';

/** How long before the last start the user is told, ms. */
export const TOLD_BEFORE_MS = 30 * MINUTE_MS;
/** An item that may go on until this long before bed, or later, has the rest of the day and no window of its own. Our choice. */
const BEFORE_BED_MS = 60 * MINUTE_MS;

/**
 * The items whose window is about to close: they can still start now, but not half an hour from now. Returns none in quiet hours, and no
 * item that has the whole day, the rest of it, or the night.
 */
export function closingItems({ plan, settings }: Pick<Today, 'plan' | 'settings'>, nowMs: number): PlanItem[] {
  if (isQuiet(settings, nowMs, plan.timeZone)) return [];
  const night = plan.items.find(({ modality, startMs }) => modality === 'sleep' && startMs > nowMs);
  return plan.items.filter((item) => {
    const lastMs = lastStartMs(item);
    const leftMs = lastMs - nowMs;
    // An item with only one possible start has no window.
    const window = lastMs - item.windowFromMs;
    const ofDay = isAllDay(item) || (night !== undefined && item.windowToMs > night.startMs - BEFORE_BED_MS);
    // A window of a plan made now starts at its next five minutes at the earliest.
    return item.modality !== 'sleep' && !ofDay && window > 0 && leftMs > 0 && leftMs <= TOLD_BEFORE_MS && isOpen(item, nowMs);
  });
}

/** Whether an instant lies in the quiet hours, or outside the waking hours if no quiet hours are set. */
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
