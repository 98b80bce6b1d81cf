import type { Day } from './day';
import { DAY_MS, MINUTE_MS } from './time';

/** Times of day, `HH:MM`; null: not known. */
export interface SleepTimes {
  readonly wake: string | null;
  readonly bed: string | null;
}

/**
 * The day that a person is in: it lasts until they have slept, not until midnight. It begins in the middle of the usual sleep and has the
 * date on which they wake, so that half an hour after midnight, or on a night shift, it is still the day before. With unknown times it
 * begins at midnight.
 * @param wallMs what the clock on the wall shows, as the epoch ms of the same reading in UTC
 */
export function toWakingDay(wallMs: number, times: SleepTimes): Day {
  return new Date(wallMs - startMinute(times) * MINUTE_MS).toISOString().slice(0, 10);
}

/** When the next waking day begins, on the same clock. */
export function nextWakingDayMs(wallMs: number, times: SleepTimes): number {
  const start = startMinute(times) * MINUTE_MS;
  return (Math.floor((wallMs - start) / DAY_MS) + 1) * DAY_MS + start;
}

/** Minutes after midnight of the day's date; negative where the middle of the sleep lies before midnight. */
function startMinute({ wake, bed }: SleepTimes): number {
  if (wake === null || bed === null) return 0;
  const [woken, toBed] = [toMinute(wake), toMinute(bed)];
  const asleep = (woken - toBed + 1440) % 1440;
  return woken - asleep / 2;
}

function toMinute(time: string): number {
  return 60 * Number(time.slice(0, 2)) + Number(time.slice(3));
}
