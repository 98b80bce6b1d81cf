import Dexie from 'dexie';
import type { Day } from '../core/day';
import type { ReboundDatabase } from './database';
import type { Check, World } from './types';

/** Owner of `checks`. Takes them from journal.ts, which stores a check and clears its journal in one transaction. */

/** The checks of the days `from` to `to`, both included, oldest first. */
export function checksBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<Check[]> {
  return db.checks.where('[world+day]').between([world, from], [world, to], true, true).sortBy('startedAtMs');
}

/** Removes every check of the demo. Returns how many there were. */
export function deleteDemoChecks(db: ReboundDatabase): Promise<number> {
  return db.checks.where('[world+startedAtMs]').between(['demo', Dexie.minKey], ['demo', Dexie.maxKey]).delete();
}

export function countChecks(db: ReboundDatabase, world: World): Promise<number> {
  return db.checks.where('[world+startedAtMs]').between([world, Dexie.minKey], [world, Dexie.maxKey]).count();
}

/** The newest checks of a world, newest first, each reduced by `keep` as it is read: never more than one with its intervals in memory. */
export async function newestChecks<Row>(db: ReboundDatabase, world: World, count: number, keep: (check: Check) => Row): Promise<Row[]> {
  const rows: Row[] = [];
  const newestFirst = db.checks.where('[world+startedAtMs]').between([world, Dexie.minKey], [world, Dexie.maxKey]).reverse();
  await newestFirst.limit(count).each((check) => rows.push(keep(check)));
  return rows;
}

export async function getCheck(db: ReboundDatabase, id: string): Promise<Check | null> {
  return (await db.checks.get(id)) ?? null;
}

/** What the user wrote to a check. One that was deleted meanwhile stays deleted. */
export async function updateNotes(db: ReboundDatabase, id: string, words: Pick<Check, 'tags' | 'note'>): Promise<void> {
  await db.checks.update(id, words);
}

/**
 * The same for the moment a page goes away: the write is handed to the browser before this returns (see `markLeftNow`). It takes the whole
 * row, because reading it first would be a promise in between.
 */
export function writeNotesNow(db: ReboundDatabase, check: Check): void {
  const transaction = db.backendDB().transaction('checks', 'readwrite');
  transaction.objectStore('checks').put(check);
  transaction.commit();
}

/** What the user said of the morning of a check. One that was deleted meanwhile stays deleted. */
export async function sayMorning(db: ReboundDatabase, id: string, said: Partial<Pick<Check, 'awakeSince' | 'asMorning'>>): Promise<void> {
  await db.checks.update(id, said);
}

/** Removes one check. Returns it, so that it can be put back; null when there was none. */
export function deleteCheck(db: ReboundDatabase, id: string): Promise<Check | null> {
  return db.transaction('rw', db.checks, async () => {
    const check = await getCheck(db, id);
    await db.checks.delete(id);
    return check;
  });
}

/** Puts a deleted check back as it was. */
export async function restoreCheck(db: ReboundDatabase, check: Check): Promise<void> {
  await db.checks.put(check);
}
