import { type Day, localZone, toDay } from './day';
import { instantAt, wallMsAt } from './local-time';
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

/**
 * The waking day at an instant (epoch ms): what "today" is on every surface, and the day that something belongs to which happened then.
 * @param timeZone IANA name; default: the machine's current zone
 */
export function findWakingDay(epochMs: number, times: SleepTimes, timeZone?: string): Day {
  if (times.wake === null || times.bed === null) return toDay(epochMs, timeZone);
  return toWakingDay(wallMsAt(epochMs, timeZone ?? localZone()), times);
}

/**
 * The waking day of something that is kept with a day of the calendar. A day other than that of its time, as of the sleep that belongs to an
 * evening, or of a session that was recorded in another zone, stands.
 */
export function keepWakingDay(day: Day, epochMs: number, times: SleepTimes, timeZone?: string): Day {
  if (times.wake === null || times.bed === null || toDay(epochMs, timeZone) !== day) return day;
  return findWakingDay(epochMs, times, timeZone);
}

/** When the waking day ends that an instant lies in, epoch ms. Always later than the instant. */
export function findWakingDayEndMs(epochMs: number, times: SleepTimes, timeZone: string = localZone()): number {
  const wallMs = wallMsAt(epochMs, timeZone);
  const endMs = instantAt(nextWakingDayMs(wallMs, times), timeZone);
  // In the hour that a clock change repeats, the wall clock shows the boundary twice; the first time counts.
  return endMs > epochMs ? endMs : instantAt(nextWakingDayMs(wallMs, times) + DAY_MS, timeZone);
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
