import { type Day, daysBetween } from '../core/day';
import { HOUR_MS } from '../core/time';
import { judgeEffort, type ScoredActivity } from '../training';
import type { DayEvent } from './race-day';

/** How long a very long session, or a long race, is followed by easy days. Legs that ran need more time than a heart that worked. */

/** A session of this length, h, is followed by a day that is not Ready for hard. Ours. */
const LONG_H = 2;
/** On foot, an easy one of this length by an easy day. Ours. */
const VERY_LONG_H = 3;
/** A race on foot of two hours or more: three days (72 h); a marathon, by distance or by time: seven (HSS guidance: a week to ten days). */
const RACE_DAYS = 3;
const MARATHON_DAYS = 7;
const MARATHON_M = 40_000;
const MARATHON_H = 2.5;
/** The first days after a marathon are rest days. Ours. */
const MARATHON_REST_DAYS = 2;
/** Without impact, a hard session costs a day for every two hours, at most as many as a race on foot. Ours. */
const HOURS_A_DAY = 2;
/** An event this close to the start of an activity is that activity. Ours. */
const SAME_H = 3;

const ON_FOOT: readonly string[] = ['run', 'hike', 'walk'];

/** What an activity of the last days still asks for. */
export interface LongEffort {
  readonly hours: number;
  readonly daysSince: number;
  /** The days without hard work after it, and how many of them are rest days; today is one of them. */
  readonly days: number;
  readonly most: 'rest' | 'easy' | 'normal';
}

/** What is known about a session. Distance in m, where it was recorded. */
type Done = ScoredActivity & { readonly distanceM?: number | null };

/** Whether it was a race, or as hard as one. */
function isRace(activity: Done, events: readonly DayEvent[]): boolean {
  const isEvent = events.some(({ kind, atMs }) => kind === 'race' && Math.abs(atMs - activity.startMs) <= SAME_H * HOUR_MS);
  return isEvent || judgeEffort(activity) === 'hard';
}

/** Whether a session is a marathon, or as long and hard on the legs as one. */
export function isMarathon(activity: Done, events: readonly DayEvent[] = []): boolean {
  const long = activity.movingTimeS >= MARATHON_H * 3600 || (activity.distanceM ?? 0) >= MARATHON_M;
  return activity.sport === 'run' && long && isRace(activity, events);
}

/** Whether a session is a race on foot, or as hard as one, of two hours or more. */
export function isLongRace(activity: Done, events: readonly DayEvent[] = []): boolean {
  return (
    isMarathon(activity, events) || (ON_FOOT.includes(activity.sport) && activity.movingTimeS >= LONG_H * 3600 && isRace(activity, events))
  );
}

/** The days that follow a session without hard work: rest, easy, and not Ready for hard. */
function daysAfter(activity: Done, events: readonly DayEvent[]): { readonly rest: number; readonly easy: number; readonly normal: number } {
  const hours = activity.movingTimeS / 3600;
  if (isMarathon(activity, events)) return { rest: MARATHON_REST_DAYS, easy: MARATHON_DAYS, normal: MARATHON_DAYS };
  if (hours < LONG_H) return { rest: 0, easy: 0, normal: 0 };
  const foot = ON_FOOT.includes(activity.sport);
  if (!isRace(activity, events)) return { rest: 0, easy: foot && hours >= VERY_LONG_H ? 1 : 0, normal: 1 };
  const days = foot ? RACE_DAYS : Math.min(RACE_DAYS, Math.floor(hours / HOURS_A_DAY));
  return { rest: 0, easy: days, normal: days };
}

const RANK = { rest: 0, easy: 1, normal: 2 } as const;

/** The strictest of what the long sessions of the days before still ask for; null: nothing. */
export function findLongEffort(activities: readonly ScoredActivity[], events: readonly DayEvent[], day: Day): LongEffort | null {
  const found = activities.flatMap((activity): LongEffort[] => {
    const daysSince = daysBetween(activity.day, day);
    if (daysSince < 1 || daysSince > MARATHON_DAYS) return [];
    const after = daysAfter(activity, events);
    const most = daysSince <= after.rest ? 'rest' : daysSince <= after.easy ? 'easy' : daysSince <= after.normal ? 'normal' : null;
    return most === null ? [] : [{ hours: activity.movingTimeS / 3600, daysSince, days: Math.max(after.easy, after.normal), most }];
  });
  return found.sort((a, b) => RANK[a.most] - RANK[b.most])[0] ?? null;
}
