import { language, longDay, t, timeOfDay } from '../i18n';
import type { PlanItem } from '../recovery';

/** Times of a plan in words. */

const MINUTE_MS = 60_000;
/** A window this wide, of something that takes no time of its own, is the whole day. */
const ALL_DAY_MS = 8 * 3_600_000;
/** A plan is exact to this: what begins sooner begins now. */
export const NOW_MS = 5 * MINUTE_MS;
/** From here on the end of a window matters more than its item's time. */
const SOON_MS = 90 * MINUTE_MS;

/** Of the whole day rather than of one time in it. */
export function isAllDay({ modality, counts, windowFromMs, windowToMs }: PlanItem): boolean {
  return modality === 'rest-day' || (!counts && modality !== 'sleep' && windowToMs - windowFromMs >= ALL_DAY_MS);
}

/** Latest start that ends within the window, epoch ms. */
export function lastStartMs({ windowToMs, minutes }: Pick<PlanItem, 'windowToMs' | 'minutes'>): number {
  return windowToMs - minutes * MINUTE_MS;
}

/** "1 hr, 12 min"; under a minute counts as one. */
export function spanText(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(language(), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  return [...(hours > 0 ? [unit(hours, 'hour')] : []), ...(rest > 0 || hours === 0 ? [unit(rest, 'minute')] : [])].join(' ');
}

/** Whether it can be begun now. */
export function isOpen({ windowFromMs }: Pick<PlanItem, 'windowFromMs'>, nowMs: number): boolean {
  return windowFromMs - nowMs < NOW_MS;
}

/** How long until its time, or, from then on and where it is soon over, until its window closes; null for what has the whole day. */
export function countDownText(item: PlanItem, nowMs: number): string | null {
  if (isAllDay(item)) return null;
  const leftMs = lastStartMs(item) - nowMs;
  if (item.modality !== 'sleep' && isOpen(item, nowMs) && (leftMs < SOON_MS || item.startMs - nowMs < NOW_MS)) {
    return leftMs <= 0 ? t('planClosesNow') : t('planClosesIn', spanText(leftMs));
  }
  return item.startMs <= nowMs ? null : t('planOpensIn', spanText(item.startMs - nowMs));
}

/** "19:30", with the day where it is another. */
export function momentText(epochMs: number, day: string, dayOfMoment: string): string {
  return day === dayOfMoment ? timeOfDay(epochMs) : `${longDay(dayOfMoment)}, ${timeOfDay(epochMs)}`;
}
