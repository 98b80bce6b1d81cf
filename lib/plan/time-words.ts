import { language, longDay, t, timeOfDay } from '../i18n';
import type { PlanItem } from '../recovery';

/** Times of a plan in words. */

const MINUTE_MS = 60_000;
/** A window this wide, of something that takes no time of its own, is the whole day. */
const ALL_DAY_MS = 8 * 3_600_000;

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

/** How long until it can be done, or until it no longer can; null for what has the whole day. */
export function countDownText(item: PlanItem, nowMs: number): string | null {
  if (isAllDay(item)) return null;
  const last = lastStartMs(item);
  const opensMs = item.moved || item.modality === 'sleep' ? item.startMs : item.windowFromMs;
  if (nowMs < opensMs) return t('planOpensIn', spanText(opensMs - nowMs));
  return nowMs >= last ? t('planClosesNow') : t('planClosesIn', spanText(last - nowMs));
}

/** "19:30", with the day where it is another. */
export function momentText(epochMs: number, day: string, dayOfMoment: string): string {
  return day === dayOfMoment ? timeOfDay(epochMs) : `${longDay(dayOfMoment)}, ${timeOfDay(epochMs)}`;
}
