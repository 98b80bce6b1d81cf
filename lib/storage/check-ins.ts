import type { Day } from '../core/day';
import type { CheckIn } from '../readiness';
import type { ReboundDatabase } from './database';
import type { StoredCheckIn, World } from './types';

/** Owner of `checkIns`: what the user said of a morning, one row a day. */

/** Nothing said yet. */
export const BLANK_CHECK_IN: CheckIn = {
  sleepHours: null,
  sleepQuality: null,
  soreness: null,
  sore: [],
  energy: null,
  mood: null,
  stress: null,
  ill: false,
  injured: false,
  pain: [],
  bar: null,
  cycleDay: null,
  tags: [],
  note: '',
};

export async function getCheckIn(db: ReboundDatabase, world: World, day: Day): Promise<StoredCheckIn | null> {
  return (await db.checkIns.get([world, day])) ?? null;
}

/** Changes some answers of a day and leaves the others: two surfaces may be open on the same morning. */
export async function answerCheckIn(
  db: ReboundDatabase,
  of: Pick<StoredCheckIn, 'world' | 'day' | 'timeZone'>,
  answers: Partial<CheckIn>,
  atMs: number,
): Promise<void> {
  await db.transaction('rw', db.checkIns, async () => {
    const before = (await db.checkIns.get([of.world, of.day])) ?? { ...BLANK_CHECK_IN, ...of };
    await db.checkIns.put({ ...before, ...answers, atMs });
  });
}

/** The check-ins of the days `from` to `to`, both included, oldest first. */
export function checkInsBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<StoredCheckIn[]> {
  return db.checkIns.where('[world+day]').between([world, from], [world, to], true, true).toArray();
}
