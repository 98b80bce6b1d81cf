import type { Table } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import { type CheckIn, PAIN_SIGNS } from '../../readiness';
import type { World } from '../fields';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `checkIns`: what the user said of a morning, one row a day. */

export interface StoredCheckIn extends CheckIn {
  readonly world: World;
  readonly day: Day;
  /** When it was last answered. */
  readonly atMs: number;
  readonly timeZone: string;
}

declare module '../table' {
  interface Tables {
    checkIns: Table<StoredCheckIn, [World, Day]>;
  }
}

const score = v.picklist([1, 2, 3, 4, 5]);

export default defineTable<StoredCheckIn>({
  name: 'checkIns',
  stores: { 2: '[world+day]' },
  todayRestsOn: true,
  naturalKey: true,
  row: v.object({
    world: f.world,
    day: f.day,
    atMs: f.instantMs,
    timeZone: f.timeZone,
    sleepHours: v.nullable(f.within(0, 48)),
    sleepQuality: v.nullable(score),
    soreness: v.nullable(score),
    sore: v.array(v.object({ region: f.region, level: score })),
    energy: v.nullable(score),
    mood: v.nullable(score),
    stress: v.nullable(score),
    ill: v.boolean(),
    injured: v.boolean(),
    pain: v.array(v.object({ region: f.region, level: f.within(0, 10), signs: v.array(v.picklist(PAIN_SIGNS)) })),
    bar: v.nullable(v.picklist(['faster', 'usual', 'slower'])),
    cycleDay: v.nullable(f.within(0, 1000)),
    tags: v.array(v.string()),
    note: v.string(),
  }),
});

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
