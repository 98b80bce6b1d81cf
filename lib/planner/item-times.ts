import { HOUR_MS, MINUTE_MS } from '../core/time';
import type { PlanItem } from './types';

/** A window this wide, of something that takes no time of its own, is the whole day. */
const ALL_DAY_MS = 8 * HOUR_MS;
/** A plan is exact to this: what begins sooner begins now. */
export const NOW_MS = 5 * MINUTE_MS;

/** Of the whole day rather than of one time in it. */
export function isAllDay({
  modality,
  counts,
  windowFromMs,
  windowToMs,
}: Pick<PlanItem, 'modality' | 'counts' | 'windowFromMs' | 'windowToMs'>): boolean {
  return modality === 'rest-day' || (!counts && modality !== 'sleep' && windowToMs - windowFromMs >= ALL_DAY_MS);
}

/** Latest start that ends within the window, epoch ms. */
export function lastStartMs({ windowToMs, minutes }: Pick<PlanItem, 'windowToMs' | 'minutes'>): number {
  return windowToMs - minutes * MINUTE_MS;
}

/** Whether it can be begun now. */
export function isOpen({ windowFromMs }: Pick<PlanItem, 'windowFromMs'>, nowMs: number): boolean {
  return windowFromMs - nowMs < NOW_MS;
}
