import { addDays, type Day } from '../../core/day';
import { instantAt, offsetMs } from '../../core/local-time';
import { DAY_MS, MINUTE_MS } from '../../core/time';

/** The user's days as instants: midnights, wake time, bedtime and quiet hours, correct across both clock changes. */

/**
 * Converts a local time to an instant (`instantAt`).
 * @param minutes from midnight; 1440 and more are on the next day
 */
export function atLocal(day: Day, minutes: number, timeZone: string): number {
  return instantAt(Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS, timeZone);
}

/** Converts `HH:MM` to minutes from midnight; null for anything else. */
export function toMinutes(time: string | null): number | null {
  const [, hours, minutes] = time?.match(/^(\d{1,2}):(\d{2})$/) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return hours === undefined || Number(hours) > 23 || Number(minutes) > 59 ? null : total;
}

export interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
}

/** One local day. `bedMs` is the bedtime of its evening, which may be after midnight. */
export interface LocalDay {
  readonly day: Day;
  /** Monday of its week. */
  readonly week: Day;
  readonly startMs: number;
  readonly endMs: number;
  readonly noonMs: number;
  readonly wakeMs: number;
  readonly bedMs: number;
  /** The waking day: from the middle of the night before to the middle of the night after. Half past midnight, awake, is still yesterday. */
  readonly dawnMs: number;
  readonly nextDawnMs: number;
}

/** A bedtime that the user said moves this much at one stroke, minutes, and farther only for the shortest night. Our choice. */
const MOST_EARLIER_MIN = 60;
/** The shortest night of a plan, minutes (Fleet Feet, Running recovery: 7–9 h). */
const SHORTEST_NIGHT_MIN = 7 * 60;

export interface DayTimes {
  readonly timeZone: string;
  readonly wakeMin: number;
  /** The bedtime that the user said; null to compute it from wake time and sleep target. */
  readonly bedMin: number | null;
  readonly sleepMin: number;
}

/**
 * The days from `before` days before an instant to `after` days after it. Bedtime is what the user said. It is up to an hour earlier if the
 * wake time and the sleep target require it, and earlier than that only to leave seven hours of night.
 */
export function localDays(nowMs: number, before: number, after: number, times: DayTimes): LocalDay[] {
  const { timeZone, wakeMin, bedMin, sleepMin } = times;
  // Same as `toDay` of lib/core/day.ts, but also works for offsets and creates no formatter.
  const today = new Date(nowMs + offsetMs(nowMs, timeZone)).toISOString().slice(0, 10);
  const days = Array.from({ length: before + after + 2 }, (_, i) => addDays(today, i - before));
  // One offset lookup a day. Only days around a clock change look up each time.
  const offsets = [-1, ...days.keys(), days.length].map((i) => offsetMs(Date.parse(`${addDays(today, i - before)}T00:00:00Z`), timeZone));
  const at = (minutes: number) =>
    days.map((day, i) => {
      const steady = offsets[i] === offsets[i + 1] && offsets[i + 1] === offsets[i + 2];
      return steady ? Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS - (offsets[i] ?? 0) : atLocal(day, minutes, timeZone);
    });
  const [starts, noons, wakes] = [at(0), at(12 * 60), at(wakeMin)];
  const beds = bedMin === null ? null : at(bedMin);
  const findBedMs = (i: number): number => {
    const wakeMs = wakes[i] ?? 0;
    const nextWakeMs = wakes[i + 1] ?? wakeMs + DAY_MS;
    const wanted = nextWakeMs - sleepMin * MINUTE_MS;
    const said = beds?.slice(i, i + 2).find((bed) => bed > wakeMs);
    const moved = said === undefined ? wanted : Math.min(said, Math.max(wanted, said - MOST_EARLIER_MIN * MINUTE_MS));
    // However long the sleep target, a day has at least one hour between waking and bedtime.
    return Math.max(wakeMs + 60 * MINUTE_MS, Math.min(moved, nextWakeMs - SHORTEST_NIGHT_MIN * MINUTE_MS));
  };
  const findDawnMs = (i: number): number => {
    const wakeMs = wakes[i] ?? (wakes[i - 1] ?? 0) + DAY_MS;
    // The first day has no night before it here: its night is as long as the next one.
    const bedMs = i === 0 ? findBedMs(0) - DAY_MS : findBedMs(i - 1);
    return (bedMs + wakeMs) / 2;
  };
  return days.slice(0, -1).map((day, i) => {
    const startMs = starts[i] ?? 0;
    const wakeMs = wakes[i] ?? 0;
    return {
      day,
      week: toWeek(day),
      startMs,
      endMs: starts[i + 1] ?? startMs + DAY_MS,
      noonMs: noons[i] ?? startMs,
      wakeMs,
      bedMs: findBedMs(i),
      dawnMs: findDawnMs(i),
      nextDawnMs: findDawnMs(i + 1),
    };
  });
}

/** The Monday of a day's week. */
export function toWeek(day: Day): Day {
  return addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));
}

/** The quiet hours of these days, including the night before the first; empty if none are set. */
export function quietHours(days: readonly LocalDay[], fromMin: number | null, toMin: number | null, timeZone: string): Interval[] {
  if (fromMin === null || toMin === null || fromMin === toMin) return [];
  const first = days[0];
  if (first === undefined) return [];
  return [addDays(first.day, -1), ...days.map(({ day }) => day)].map((day) => ({
    fromMs: atLocal(day, fromMin, timeZone),
    toMs: atLocal(day, toMin + (toMin < fromMin ? 24 * 60 : 0), timeZone),
  }));
}

/** The waking day among these that contains an instant. */
export function wakingDayAt(days: readonly LocalDay[], epochMs: number): LocalDay | undefined {
  return days.find(({ dawnMs, nextDawnMs }) => epochMs >= dawnMs && epochMs < nextDawnMs);
}

/** The day among these that contains an instant. */
export function dayAt(days: readonly LocalDay[], epochMs: number): LocalDay | undefined {
  return days.find(({ startMs, endMs }) => epochMs >= startMs && epochMs < endMs);
}
