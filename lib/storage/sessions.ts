import type { Day } from '../core/day';
import { HOUR_MS } from '../core/time';
import type { ReboundDatabase } from './database';
import type { SessionRecord } from './session-record';

/** Owner of `sessions`: the diary of what was done on devices and by the timer, written while it is being done. */

export async function putSession(db: ReboundDatabase, session: SessionRecord): Promise<void> {
  await db.sessions.put(session);
}

/** The same for the moment a page goes away: the write is handed to the browser before this returns (see `markLeftNow`). */
export function putSessionNow(db: ReboundDatabase, session: SessionRecord): void {
  const transaction = db.backendDB().transaction('sessions', 'readwrite');
  transaction.objectStore('sessions').put(session);
  transaction.commit();
}

/** Sessions that began in `[fromMs, toMs)`, oldest first; the demo's and the user's own are kept apart. */
export async function sessionsBetween(db: ReboundDatabase, demo: boolean, fromMs: number, toMs: number): Promise<SessionRecord[]> {
  const rows = await db.sessions.where('startedAtMs').between(fromMs, toMs).sortBy('startedAtMs');
  return rows.filter((row) => row.demo === demo);
}

/** What was done on a day. */
export async function sessionsOn(db: ReboundDatabase, demo: boolean, day: Day): Promise<SessionRecord[]> {
  // No zone is further than 14 h from UTC: the day itself decides.
  const middleMs = Date.parse(`${day}T12:00:00Z`);
  const near = await sessionsBetween(db, demo, middleMs - 27 * HOUR_MS, middleMs + 27 * HOUR_MS);
  return near.filter((row) => row.day === day);
}

/** How many sessions of a modality there were that ran for at least `leastS`. */
export function countSessions(db: ReboundDatabase, demo: boolean, modality: string, leastS: number): Promise<number> {
  return db.sessions.filter((row) => row.demo === demo && row.plan.modality === modality && row.activeS >= leastS).count();
}

export async function updateSessionNote(db: ReboundDatabase, id: string, note: string): Promise<void> {
  await db.sessions.update(id, { note });
}

/** Removes one. Returns it, so that it can be put back; null when there was none. */
export function deleteSession(db: ReboundDatabase, id: string): Promise<SessionRecord | null> {
  return db.transaction('rw', db.sessions, async () => {
    const session = (await db.sessions.get(id)) ?? null;
    await db.sessions.delete(id);
    return session;
  });
}

/**
 * Closes what was left open by a tab that died: ended with the last that is known of it, as `tab-closed`. Only the holder of the owner
 * lock may call this: while it is held elsewhere, those sessions are alive. Returns what it closed.
 */
export function closeAbandonedSessions(db: ReboundDatabase): Promise<SessionRecord[]> {
  return db.transaction('rw', db.sessions, async () => {
    const open = await db.sessions.filter(({ endedAtMs }) => endedAtMs === null).toArray();
    const closed = open.map((session) => ({ ...session, end: 'tab-closed' as const, endedAtMs: lastKnownMs(session) }));
    await db.sessions.bulkPut(closed);
    return closed;
  });
}

function lastKnownMs({ startedAtMs, done, activeS }: SessionRecord): number {
  return Math.max(startedAtMs + activeS * 1000, done.at(-1)?.atMs ?? startedAtMs);
}
