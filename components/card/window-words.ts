import { MINUTE_MS } from '../../lib/core/time';
import { number, t, timeOfDay } from '../../lib/i18n';

/** Plans use steps of a quarter of an hour, so an item of the next quarter may start now. */
const STEP_MS = 15 * MINUTE_MS;

/** The window in which a step can be begun, from now: "within the next 1 h 12 min". */
export function windowText(fromMs: number, toMs: number, nowMs: number): string {
  if (nowMs >= toMs + STEP_MS) return t('cardWindowOver');
  if (nowMs >= toMs) return t('planClosesNow');
  if (nowMs < fromMs - STEP_MS) return t('cardWindowFrom', timeOfDay(fromMs));
  const minutes = Math.max(1, Math.floor((toMs - nowMs) / MINUTE_MS));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  // Minutes are given only where they matter.
  if (hours >= 6 || (hours > 0 && rest === 0)) return t('cardWindowHours', number(hours));
  return hours === 0 ? t('cardWindowMinutes', number(rest)) : t('cardWindowLeft', number(hours), number(rest));
}
