import { addDays, type Day, daysBetween } from '../core/day';
import type { DayCheckIn, DayZone } from './types';

/** What moves HRV and heart rate without saying anything about recovery: travel, altitude, alcohol. */

/** Tags of a morning that are understood; other tags are the user's own. */
type KnownTag = 'travel' | 'altitude' | 'alcohol';

/** A change of time zone by less than this, h, is no jet lag. Ours; Waterhouse 2007 (Lancet 369:1117): three zones and more. */
const LEAST_ZONES = 3;
/** About a day for each time zone (Waterhouse 2007), at most a week; a tick of travel without a change of zone: two days. Ours. */
const MOST_DAYS = 7;
const TICK_DAYS = 2;
/** A flight is felt most on its day and the next. Ours. */
const FLIGHT_DAYS = 1;
/** A tick of altitude holds until the mornings after it have been without one for this long. Ours. */
const ALTITUDE_DAYS = 2;

export interface Disturbances {
  /** Days since the user travelled, 0 for today, and how many hours east (negative: west); null hours: ticked, without a change of zone. */
  readonly travelled: { readonly daysSince: number; readonly hoursEast: number | null } | null;
  readonly altitude: boolean;
  readonly alcohol: boolean;
}

/** Whether a journey is so recent that the day is no day for hard work. */
export function isFreshJourney({ daysSince }: NonNullable<Disturbances['travelled']>): boolean {
  return daysSince <= FLIGHT_DAYS;
}

/** @param zones the offsets from UTC that days were recorded in, in any order */
export function findDisturbances(checkIns: readonly DayCheckIn[], zones: readonly DayZone[], day: Day): Disturbances {
  const tagged = (tag: KnownTag, days: number) => {
    const from = addDays(day, -days);
    const found = checkIns.filter((one) => one.day >= from && one.day <= day && hasTag(one, tag)).map((one) => daysBetween(one.day, day));
    return found.length === 0 ? null : Math.min(...found);
  };
  const ticked = tagged('travel', TICK_DAYS);
  return {
    travelled: findFlight(zones, day) ?? (ticked === null ? null : { daysSince: ticked, hoursEast: null }),
    altitude: tagged('altitude', ALTITUDE_DAYS) !== null,
    alcohol: tagged('alcohol', 0) !== null,
  };
}

function hasTag({ tags }: DayCheckIn, tag: KnownTag): boolean {
  return tags?.some((one) => one.trim().toLowerCase() === tag) === true;
}

/** The last change of time zone that the body may still be adapting to. */
function findFlight(zones: readonly DayZone[], day: Day): Disturbances['travelled'] {
  const known = zones.filter((zone) => zone.day <= day).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (let i = known.length - 1; i > 0; i--) {
    const [now, before] = [known[i], known[i - 1]];
    if (now === undefined || before === undefined) continue;
    const hoursEast = shortestWay((now.offsetMin - before.offsetMin) / 60);
    if (Math.abs(hoursEast) < LEAST_ZONES) continue;
    const daysSince = daysBetween(now.day, day);
    return daysSince < Math.min(MOST_DAYS, Math.abs(hoursEast)) ? { daysSince, hoursEast } : null;
  }
  return null;
}

/** Around the earth the shorter way: 16 hours east are 8 hours west. */
function shortestWay(hours: number): number {
  const east = ((hours % 24) + 24) % 24;
  return east > 12 ? east - 24 : east;
}

/** The days on which travel, altitude or alcohol explains what heart and sleep show. */
export function findExplainedDays(checkIns: readonly DayCheckIn[], zones: readonly DayZone[], days: readonly Day[]): ReadonlySet<Day> {
  return new Set(
    days.filter((day) => {
      const { travelled, altitude, alcohol } = findDisturbances(checkIns, zones, day);
      return travelled !== null || altitude || alcohol;
    }),
  );
}
