import { MINUTE_MS } from '../../core/time';
import type { PlanItem } from '../../planner';
// Not imported from the index, which would load the planner for the popup's first picture.
import { isAllDay, isOpen, lastStartMs, NOW_MS } from '../../planner/item-times';
import { language, longDay, t, timeOfDay } from '..';

/** Times of a plan as text. */

/** From this time before its end on, the end of a window matters more than its item's time. */
const SOON_MS = 90 * MINUTE_MS;

/** "1 hr, 12 min"; under a minute counts as one. */
export function spanText(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(language(), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  return [...(hours > 0 ? [unit(hours, 'hour')] : []), ...(rest > 0 || hours === 0 ? [unit(rest, 'minute')] : [])].join(' ');
}

/**
 * Time until an item starts; or, once it can be started and its window is nearly over, until the window closes. Null for items of the whole
 * day.
 */
export function countDownText(
  item: Pick<PlanItem, 'modality' | 'counts' | 'minutes' | 'startMs' | 'windowFromMs' | 'windowToMs'>,
  nowMs: number,
): string | null {
  if (isAllDay(item)) return null;
  const leftMs = lastStartMs(item) - nowMs;
  if (item.modality !== 'sleep' && isOpen(item, nowMs) && (leftMs < SOON_MS || item.startMs - nowMs < NOW_MS)) {
    return leftMs <= 0 ? t('planClosesNow') : t('planClosesIn', spanText(leftMs));
  }
  return item.startMs <= nowMs ? null : t('planOpensIn', spanText(item.startMs - nowMs));
}

/** "19:30", with the day if it is another one. */
export function momentText(epochMs: number, day: string, dayOfMoment: string): string {
  return day === dayOfMoment ? timeOfDay(epochMs) : `${longDay(dayOfMoment)}, ${timeOfDay(epochMs)}`;
}
