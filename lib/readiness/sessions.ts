import type { Day } from '../core/day';
import { roundTo } from '../core/numbers';
import type { PlannedSession } from '../training';
import type { Readiness, Verdict } from './types';

/** The easier version of a session. */
export interface EasierSession {
  readonly intensity: 'easy' | 'moderate';
  readonly minutes: number;
}

/** The advice for a planned session. */
export interface SessionAdvice {
  readonly session: PlannedSession & { readonly day: Day };
  readonly advice: 'as-planned' | 'easier' | 'move';
  /** The easier version; null when it fits as planned, or nothing fits. */
  readonly easier: EasierSession | null;
}

/** The length of an easier session relative to the planned one. Ours. */
const SHORTER = 0.7;
const STEP_MINUTES = 5;
/** While ill, a session is moved past at least this many further days. Ours. */
export const ILL_DAYS = 1;

/** Whether a verdict allows a session of this effort. The plan and the list of sessions both ask here. */
export function adviseSession(verdict: Verdict, effort: PlannedSession['intensity']): SessionAdvice['advice'] {
  if (verdict === 'rest') return 'move';
  return verdict === 'easy' && effort !== 'easy' ? 'easier' : 'as-planned';
}

/** The easier version of a session of this length. */
export function toEasier(minutes: number): EasierSession {
  return { intensity: 'easy', minutes: Math.max(STEP_MINUTES, roundTo(SHORTER * minutes, STEP_MINUTES)) };
}

/**
 * Advice for today's planned sessions that have not begun; none while there is no verdict. Which day a session can move to depends on the
 * plan: see the planner's `findConflicts`.
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
      const advice = adviseSession(verdict, session.intensity);
      if (advice === 'as-planned') return { session, advice, easier: null };
      const easier = advice === 'move' ? null : toEasier(session.minutes);
      return { session, advice: rule === 'injured' ? 'move' : advice, easier };
    });
}
