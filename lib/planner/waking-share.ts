import { bedtimeMinutes } from '../catalogue';
import { clamp } from '../core/numbers';
import { competes, DEFAULT_WAKE_MIN, dayAt, type LocalDay, localDays, type Situation, toMinutes } from './rules';

/** The part of a waking day that is over, 0 … 1. */
export function findWakingShare({ wakeMs, bedMs }: Pick<LocalDay, 'wakeMs' | 'bedMs'>, nowMs: number): number {
  return clamp((nowMs - wakeMs) / (bedMs - wakeMs), 0, 1);
}

/** The same for today, with the hours that a plan uses. */
export function findWakingShareNow(
  situation: Pick<Situation, 'nowMs' | 'timeZone' | 'wake' | 'bed' | 'sleepTargetH' | 'phase' | 'events'>,
): number {
  const { nowMs, timeZone, wake, bed, sleepTargetH } = situation;
  const sleepMin = bedtimeMinutes(sleepTargetH, competes(situation));
  const times = { timeZone, wakeMin: toMinutes(wake) ?? DEFAULT_WAKE_MIN, bedMin: toMinutes(bed), sleepMin };
  const today = dayAt(localDays(nowMs, 1, 1, times), nowMs);
  return today === undefined ? 0 : findWakingShare(today, nowMs);
}
