import { isIll } from '../catalogue';
import type { Day } from '../core/day';
import { HOUR_MS } from '../core/time';
import { findAftermath, findSessionsOn, isWithinDays, type RestDay } from './routine';
import { type LocalDay, localDays, type Scene, type Session, type Situation, toRuleSessions } from './rules';

/**
 * Decides when the weekly rest or active-recovery day is due (Running recovery: at least one a week), and when readiness, illness or a race
 * calls for one. A race is never moved for it, and neither is a session that the user keeps.
 */

const WEEK = 7;
/** A day with an easy session up to this long still counts as active recovery (Svetness: 30–60 min). */
const EASY_MIN = 60;

export const isRestSession = ({ effort, minutes, race, workout }: Pick<Session, 'effort' | 'minutes' | 'race' | 'workout'>): boolean =>
  !workout || (effort === 'easy' && minutes <= EASY_MIN && !race);

/** A race in the waking hours of a day, or on its date. */
function hasRace(day: LocalDay, scene: Scene): boolean {
  return scene.sessions.some(
    ({ race, startMs }) => race && ((startMs >= day.dawnMs && startMs < day.nextDawnMs) || (startMs >= day.startMs && startMs < day.endMs)),
  );
}

/** Null if the days of the plan need no rest day. `ahead`: the whole days of the plan. */
export function planRestDay(scene: Scene, ahead: readonly LocalDay[]): RestDay | null {
  const { nowMs, health, verdict } = scene.situation;
  const trains = (day: LocalDay) => findSessionsOn(day, scene).filter((session) => !isRestSession(session));
  // Today qualifies only while enough of the day is left to rest and nothing hard was done.
  const open = ahead.filter(
    (day) => day.bedMs > nowMs + HOUR_MS && !hasRace(day, scene) && trains(day).every(({ done, kept }) => !done && kept === null),
  );
  const now = scene.findWakingDay(nowMs);
  const on = (day: LocalDay | undefined, reason: RestDay['reason']): RestDay | null => (day === undefined ? null : { day, reason });
  if (isIll(health)) return on(open[0], 'rest-day-ill');
  if (verdict === 'rest' && open[0] !== undefined && open[0] === now) return on(open[0], 'rest-day-readiness');
  const sore = open.find((day) =>
    scene.sessions.some((session) => isWithinDays(session, day, scene, findAftermath(session)?.routine ?? 0)),
  );
  if (sore !== undefined) return on(sore, 'rest-day-race');
  return on(findDue(scene, open, trains), 'rest-day-due');
}

/** The day of the plan's weekly rest day; undefined if none is due. */
function findDue(scene: Scene, open: readonly LocalDay[], trains: (day: LocalDay) => readonly Session[]): LocalDay | undefined {
  const { days, situation } = scene;
  const first = open[0];
  const last = open.at(-1);
  const today = days.findIndex((day) => situation.nowMs < day.nextDawnMs);
  if (first === undefined || last === undefined) return undefined;
  const week = days.slice(Math.max(0, today - WEEK + 1), today + 1);
  if (![...week, ...open].some((day) => trains(day).length > 0)) return undefined;
  const lastRest = days.slice(0, today).findLastIndex((day) => trains(day).length === 0);
  const due = Math.max(today, lastRest + WEEK);
  if (due > days.indexOf(last)) return undefined;
  const resting = open.filter((day) => trains(day).length === 0);
  // Prefer a day without any session to one with easy movement; otherwise the day that loses the least.
  const free = resting.find((day) => findSessionsOn(day, scene).length === 0) ?? resting[0];
  if (free !== undefined) return free;
  const load = (day: LocalDay) => trains(day).reduce((sum, { score }) => sum + score, 0);
  return open.reduce((best, day) => (load(day) < load(best) ? day : best), first);
}

/** The days of the last week before today without training, or with easy movement only. The programme counts them as rest. */
export function restDaysBefore(situation: Situation): Day[] {
  const { nowMs, timeZone } = situation;
  const days = localDays(nowMs, WEEK, 0, { timeZone, wakeMin: 0, bedMin: null, sleepMin: 0 });
  const sessions = toRuleSessions(situation);
  return days
    .filter(
      ({ startMs, endMs }) =>
        endMs <= nowMs && sessions.every((one) => one.startMs < startMs || one.startMs >= endMs || isRestSession(one)),
    )
    .map(({ day }) => day);
}
