import Dexie from 'dexie';
import { addDays, type Day } from '../day';
import { BASELINE_DAYS } from '../readiness';
import type { ReboundDatabase } from './database';
import type { Check, World } from './types';

/** Owner of `checks`. Takes them from journal.ts, which stores a check and clears its journal in one transaction. */

/** The checks of the days `from` to `to`, both included, oldest first. */
export function checksBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<Check[]> {
  return db.checks.where('[world+day]').between([world, from], [world, to], true, true).sortBy('startedAtMs');
}

/** All that the baseline of a day may rest on: the 60 days before it, and the day itself. */
export function checksForBaseline(db: ReboundDatabase, world: World, day: Day): Promise<Check[]> {
  return checksBetween(db, world, addDays(day, -BASELINE_DAYS), day);
}

/** Removes every check of the demo. Returns how many there were. */
export function deleteDemoChecks(db: ReboundDatabase): Promise<number> {
  return db.checks.where('[world+startedAtMs]').between(['demo', Dexie.minKey], ['demo', Dexie.maxKey]).delete();
}

export function countChecks(db: ReboundDatabase, world: World): Promise<number> {
  return db.checks.where('[world+startedAtMs]').between([world, Dexie.minKey], [world, Dexie.maxKey]).count();
}
