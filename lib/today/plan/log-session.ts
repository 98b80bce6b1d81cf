import { findEntry, findItem, isPlanned, lengthS } from '../../catalogue';
import type { SessionRecord } from '../../storage';
import { isTaken, putLogEntryNow, putSessionEntry, type ReboundDatabase, type StoredLogEntry, withOwnId } from '../../storage';
import { toLogId } from './act';

/** What was done on a device or by the guided timer is done in the plan. */

/** Shorter is not done at all; and of what was meant at least this share is. Ours. */
const LEAST_S = 60;
const LEAST_SHARE = 0.5;

/** The log's entry of a session that is over; null for one that runs, was hardly begun, or is no modality of the plan. */
export function toLogEntry({ id, plan, endedAtMs, activeS, startedAtMs, demo, day, timeZone }: SessionRecord): StoredLogEntry | null {
  const entry = findEntry(plan.modality);
  if (entry === null || !isPlanned(entry) || endedAtMs === null || activeS < LEAST_S) return null;
  // Cold and heat count for the limits of a day however short they were.
  const always = entry.families.includes('plunge') || entry.families.includes('heat');
  const meantS = lengthS(plan.steps.filter(({ pause }) => pause !== true));
  if (activeS < LEAST_SHARE * meantS && !always) return null;
  const world = demo ? 'demo' : 'own';
  const itemId = findItem(plan);
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
    minutes: Math.round(activeS / 60),
    outcome: 'done',
    reason: null,
  };
}

function sessionLogId(sessionId: string): string {
  return `session ${sessionId}`;
}

/** Writes what a session that is over was to the plan, beside what did the same item before it; nothing for any other. */
export async function logSession(db: ReboundDatabase, session: SessionRecord): Promise<void> {
  const entry = toLogEntry(session);
  if (entry !== null) await putSessionEntry(db, entry, sessionLogId(session.id));
}

/** Whether another session did the item of this one before it. */
export async function isAgain(db: ReboundDatabase, { id, plan, demo }: SessionRecord): Promise<boolean> {
  const itemId = findItem(plan);
  return itemId !== null && isTaken(db, toLogId(demo ? 'demo' : 'own', itemId), id);
}

/** `logSession` for the moment a page goes away, in which nothing can be read: `again` is what `isAgain` said while it ran. */
export function logSessionNow(db: ReboundDatabase, session: SessionRecord, again: boolean): void {
  const entry = toLogEntry(session);
  if (entry !== null) putLogEntryNow(db, again ? withOwnId(entry, sessionLogId(session.id)) : entry);
}
