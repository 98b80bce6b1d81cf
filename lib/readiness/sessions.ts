import { addDays, type Day } from '../core/day';
import { roundTo } from '../core/numbers';
import type { PlannedSession } from '../training';
import type { DayEvent } from './race-day';
import type { Readiness } from './types';

/** The advice for a planned session. */
export interface SessionAdvice {
  readonly session: PlannedSession & { readonly day: Day };
  readonly advice: 'as-planned' | 'easier' | 'move';
  /** The easier version; null when it fits as planned, or nothing fits. */
  readonly easier: { readonly intensity: 'easy' | 'moderate'; readonly minutes: number } | null;
}

/** The length of an easier session relative to the planned one. Ours. */
const SHORTER = 0.7;
const STEP_MINUTES = 5;
const DAYS_AHEAD = 7;
/** While ill, a session is moved past at least this many further days. Ours. */
export const ILL_DAYS = 1;

/**
 * Advice for today's planned sessions that have not begun; none while there is no verdict. Which day a session can move to depends on the
 * plan: see `findConflicts`.
 */
export function toSessions(
  { verdict, rule }: Pick<Readiness, 'verdict' | 'rule'>,
  planned: readonly (PlannedSession & { readonly day: Day })[],
  day: Day,
  nowMs: number,
): SessionAdvice[] {
  if (verdict === 'learning') return [];
  return planned
    .filter((session) => session.day === day && session.atMs >= nowMs)
    .map((session) => {
      if (verdict === 'push' || verdict === 'normal' || (verdict === 'easy' && session.intensity === 'easy')) {
        return { session, advice: 'as-planned', easier: null };
      }
      const minutes = Math.max(STEP_MINUTES, roundTo(SHORTER * session.minutes, STEP_MINUTES));
      const easier = verdict === 'rest' ? null : ({ intensity: 'easy', minutes } as const);
      return { session, advice: easier === null || rule === 'injured' ? 'move' : 'easier', easier };
    });
}

/**
 * The first day after `day`, within a week and up to `last`, that has neither a session nor an event and is no rest day; null if there is
 * none.
 */
export function findFreeDay(
  planned: readonly { readonly day: Day }[],
  events: readonly DayEvent[],
  day: Day,
  last = addDays(day, DAYS_AHEAD),
  restDays: readonly Day[] = [],
): Day | null {
  const taken = new Set([...[...planned, ...events].map((one) => one.day), ...restDays]);
  const days = Array.from({ length: DAYS_AHEAD }, (_, i) => addDays(day, i + 1));
  return days.find((other) => other <= last && !taken.has(other)) ?? null;
}
