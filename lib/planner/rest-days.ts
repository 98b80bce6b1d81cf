import { isIll, type ReasonCode } from '../catalogue';
import type { Day } from '../core/day';
import { HOUR_MS } from '../core/time';
import { type LocalDay, localDays, type Scene, type Session, type Situation, toRuleSessions } from './rules';

/**
 * Decides when the weekly rest or active-recovery day is due (Running recovery: at least one a week), and when readiness or illness calls
 * for one.
 */

export interface RestDay {
  readonly day: LocalDay;
  readonly reason: Extract<ReasonCode, 'rest-day-due' | 'rest-day-readiness' | 'rest-day-ill'>;
}

const WEEK = 7;
/** A day with an easy session up to this long still counts as active recovery (Svetness: 30–60 min). */
const EASY_MIN = 60;

const isEasy = ({ effort, minutes, race, workout }: Session) => !workout || (effort === 'easy' && minutes <= EASY_MIN && !race);

export function trainingOn(day: LocalDay, { training }: Scene): readonly Session[] {
  return training.get(day) ?? [];
}

/** Null if the days of the plan need no rest day. */
export function planRestDay(scene: Scene): RestDay | null {
  const { situation, days, endMs } = scene;
  const { nowMs, health, verdict } = situation;
  const trains = (day: LocalDay) => trainingOn(day, scene).filter((session) => !isEasy(session));
  // Today qualifies only while enough of the day is left to rest and nothing hard was done.
  const open = days.filter(
    (day) => day.bedMs > nowMs + HOUR_MS && day.wakeMs < endMs - HOUR_MS && day.endMs > nowMs && trains(day).every(({ done }) => !done),
  );
  const first = open[0];
  if (first === undefined) return null;
  const on = (day: LocalDay, reason: RestDay['reason']): RestDay => ({ day, reason });
  if (isIll(health)) return on(first, 'rest-day-ill');
  if (verdict === 'rest') return on(first, 'rest-day-readiness');

  const today = days.findIndex((day) => nowMs < day.endMs);
  const past = days.slice(0, today);
  const trainedLately =
    days.slice(Math.max(0, today - WEEK + 1), today + 1).some((day) => trains(day).length > 0) ||
    open.some((day) => trains(day).length > 0);
  if (!trainedLately) return null;
  const resting = open.filter((day) => trains(day).length === 0);
  // Prefer a day without any session to one with easy movement.
  const free = resting.find((day) => trainingOn(day, scene).length === 0) ?? resting[0];
  if (free !== undefined) return on(free, 'rest-day-due');
  const lastRest = past.findLastIndex((day) => trains(day).length === 0);
  const due = days[Math.max(today, lastRest + WEEK)];
  if (due === undefined || due.wakeMs >= endMs) return null;
  // Every day has training: choose the one that loses the least.
  const load = (day: LocalDay) =>
    trains(day).reduce((sum, one) => sum + one.minutes * (one.effort === 'hard' ? 2 : 1) + (one.race ? 1000 : 0), 0);
  const least = open.reduce((best, day) => (load(day) < load(best) ? day : best), first);
  return on(least, 'rest-day-due');
}

/** The days of the last week before today without training, or with easy movement only. The programme counts them as rest. */
export function restDaysBefore(situation: Situation): Day[] {
  const { nowMs, timeZone } = situation;
  const days = localDays(nowMs, WEEK, 0, { timeZone, wakeMin: 0, bedMin: null, sleepMin: 0 });
  const sessions = toRuleSessions(situation);
  return days
    .filter(({ startMs, endMs }) => endMs <= nowMs && sessions.every((one) => one.startMs < startMs || one.startMs >= endMs || isEasy(one)))
    .map(({ day }) => day);
}
