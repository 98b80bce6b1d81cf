import { findEntry, lengthS } from '../catalogue';
import type { Day } from '../core/day';
import { LEAST_MIN, LEAST_SHARE } from '../planner';
import type { SessionRecord, StoredLogEntry } from '../storage';

/** A finished recovery session, on a device, with the timer, or without either. */
export interface Done {
  readonly day: Day;
  readonly modality: string;
  readonly minutes: number;
  readonly outcome: 'done' | 'stopped';
  readonly reason: string | null;
}

/** Seconds that a session was meant to run: as it was set up, and as its item of the plan says. */
export function findMeantS({ plan }: Pick<SessionRecord, 'plan'>): { readonly ownS: number; readonly itemS: number } {
  const ownS = lengthS(plan.steps.filter(({ pause }) => pause !== true));
  return { ownS, itemS: plan.itemMinutes === undefined ? ownS : plan.itemMinutes * 60 };
}

/**
 * Whether a session counts as done, by its length and not by how it ended; the plan's log, the coach's week and Trends ask here. `stopped`:
 * too short for that. Null: still running, or too short to be shown.
 */
export function judgeSession({ plan, endedAtMs, activeS }: Pick<SessionRecord, 'plan' | 'endedAtMs' | 'activeS'>): Done['outcome'] | null {
  if (endedAtMs === null || activeS <= 0) return null;
  const families = findEntry(plan.modality)?.families ?? [];
  // Cold and heat that were begun count towards the daily limits however short they were.
  if (families.includes('plunge') || families.includes('heat')) return 'done';
  if (activeS < LEAST_MIN * 60) return null;
  const { ownS, itemS } = findMeantS({ plan });
  return activeS >= LEAST_SHARE * Math.max(ownS, itemS) ? 'done' : 'stopped';
}

/** What was done: the sessions of the diary, then log entries without a session there, or whose session cannot be read. */
export function listDone(sessions: readonly SessionRecord[], log: readonly StoredLogEntry[]): Done[] {
  const diary = new Set(sessions.map(({ id }) => id));
  const logged = log.filter(({ outcome, sessionId }) => outcome === 'done' && (sessionId === undefined || !diary.has(sessionId)));
  return [
    ...sessions.flatMap((session): Done[] => {
      const outcome = judgeSession(session);
      const { day, plan, activeS } = session;
      return outcome === null ? [] : [{ day, modality: plan.modality, minutes: activeS / 60, outcome, reason: null }];
    }),
    ...logged.flatMap(({ day, modality, minutes, reason }): Done[] =>
      modality === null ? [] : [{ day, modality, minutes, outcome: 'done', reason }],
    ),
  ];
}
