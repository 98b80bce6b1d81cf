import { findEntry, findItem, isPlanned } from '../../catalogue';
import { findMeantS, judgeSession } from '../../inputs';
import { LEAST_SHARE } from '../../planner';
import type { SessionRecord } from '../../storage';
import { isTaken, putLogEntryNow, putSessionEntry, type ReboundDatabase, type StoredLogEntry, withOwnId } from '../../storage';
import { toLogId } from './act';

/** Logs sessions on devices and of the guided timer as done in the plan. */

/** The log entry of a finished session; null if it does not count as done, or has no modality of the plan. */
export function toLogEntry(session: SessionRecord): StoredLogEntry | null {
  const { id, plan, activeS, startedAtMs, demo, day, timeZone } = session;
  const entry = findEntry(plan.modality);
  if (entry === null || !isPlanned(entry) || judgeSession(session) !== 'done') return null;
  const world = demo ? 'demo' : 'own';
  // The item is done only by its own measure: a shorter session put together by hand is not the item.
  const shortOfItem = activeS < LEAST_SHARE * findMeantS(session).itemS;
  const itemId = shortOfItem ? null : findItem(plan);
  return {
    id: itemId === null ? sessionLogId(id) : toLogId(world, itemId),
    itemId,
    world,
    day,
    timeZone,
    sessionId: id,
    modality: entry.modality,
    doseId: plan.doseId ?? null,
    variant: plan.variant ?? null,
    doseOf: plan.doseOf,
    startMs: startedAtMs,
    minutes: activeS / 60,
    outcome: 'done',
    reason: null,
  };
}

function sessionLogId(sessionId: string): string {
  return `session ${sessionId}`;
}

/** Logs a finished session in the plan. Keeps the entry of an earlier session of the same item. Does nothing for other sessions. */
export async function logSession(db: ReboundDatabase, session: SessionRecord): Promise<void> {
  const entry = toLogEntry(session);
  if (entry !== null) await putSessionEntry(db, entry, sessionLogId(session.id));
}

/** Whether an earlier session already did this session's item. */
export async function isAgain(db: ReboundDatabase, { id, plan, demo }: SessionRecord): Promise<boolean> {
  const itemId = findItem(plan);
  return itemId !== null && isTaken(db, toLogId(demo ? 'demo' : 'own', itemId), id);
}

/** `logSession` for a page that is closing and can no longer read: `again` is the result of `isAgain` while the session ran. */
export function logSessionNow(db: ReboundDatabase, session: SessionRecord, again: boolean): void {
  const entry = toLogEntry(session);
  if (entry !== null) putLogEntryNow(db, again ? withOwnId(entry, sessionLogId(session.id)) : entry);
}
