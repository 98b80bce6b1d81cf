import type { Day } from '../core/day';
import type { SessionRecord, StoredLogEntry } from '../storage';

/** A finished recovery session, on a device, with the timer, or without either. */
export interface Done {
  readonly day: Day;
  readonly modality: string;
  readonly minutes: number;
  readonly outcome: 'done' | 'stopped';
  readonly reason: string | null;
}

/** A shorter session does not count. */
const LEAST_S = 60;

/** What was done: finished sessions that were long enough, then log entries without a session in the diary. */
export function listDone(sessions: readonly SessionRecord[], log: readonly StoredLogEntry[]): Done[] {
  const diary = sessions.filter(({ activeS, endedAtMs }) => activeS >= LEAST_S && endedAtMs !== null);
  const logged = log.filter(({ outcome, sessionId }) => outcome === 'done' && sessionId === undefined);
  return [
    ...diary.map(
      ({ day, plan, activeS, end }): Done => ({
        day,
        modality: plan.modality,
        minutes: activeS / 60,
        outcome: end === 'finished' ? 'done' : 'stopped',
        reason: null,
      }),
    ),
    ...logged.flatMap(({ day, modality, minutes, reason }): Done[] =>
      modality === null ? [] : [{ day, modality, minutes, outcome: 'done', reason }],
    ),
  ];
}
