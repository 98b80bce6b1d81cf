import { HOUR_MS, MINUTE_MS } from '../core/time';
import type { PlanItem } from './types';

/** An item without a duration whose window is at least this wide lasts all day. */
const ALL_DAY_MS = 8 * HOUR_MS;
/** Precision of a plan: an item that starts sooner than this starts now. */
export const NOW_MS = 5 * MINUTE_MS;

/** Whether an item belongs to the whole day instead of a time of day. */
export function isAllDay({
  modality,
  counts,
  windowFromMs,
  windowToMs,
}: Pick<PlanItem, 'modality' | 'counts' | 'windowFromMs' | 'windowToMs'>): boolean {
  return modality === 'rest-day' || (!counts && modality !== 'sleep' && windowToMs - windowFromMs >= ALL_DAY_MS);
}

/** Latest start that still ends within the window, epoch ms. */
export function lastStartMs({ windowToMs, minutes }: Pick<PlanItem, 'windowToMs' | 'minutes'>): number {
  return windowToMs - minutes * MINUTE_MS;
}

/** Whether the item can be started now. */
export function isOpen({ windowFromMs }: Pick<PlanItem, 'windowFromMs'>, nowMs: number): boolean {
  return windowFromMs - nowMs < NOW_MS;
}

/**
 * Orders items on every surface: by start, then the one whose window closes first, then by id, so that two items never tie. For `sort`.
 */
export function compareItems(
  a: Pick<PlanItem, 'startMs' | 'windowToMs' | 'id'>,
  b: Pick<PlanItem, 'startMs' | 'windowToMs' | 'id'>,
): number {
  return a.startMs - b.startMs || a.windowToMs - b.windowToMs || (a.id < b.id ? -1 : Number(a.id > b.id));
}
