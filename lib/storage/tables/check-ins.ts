import type { Table } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import { type CheckIn, type MaybeUnread, PAIN_SIGNS } from '../../readiness';
import type { World } from '../fields';
import * as f from '../fields';
import { getField } from '../get-field';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `checkIns`: what the user said of a morning, one row a day. */

export interface StoredCheckIn extends CheckIn, MaybeUnread {
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

const answerSchemas = {
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
};
const FIELDS = Object.keys(answerSchemas) as (keyof CheckIn)[];
const unreadSchema = v.array(v.picklist(FIELDS));

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

export default defineTable<StoredCheckIn>({
  name: 'checkIns',
  stores: { 2: '[world+day]' },
  world: '[world+day]',
  todayRestsOn: true,
  naturalKey: true,
  row: v.object({
    world: f.world,
    day: f.day,
    atMs: f.instantMs,
    timeZone: f.timeZone,
    ...answerSchemas,
    unread: v.exactOptional(unreadSchema),
  }),
  salvage: salvageCheckIn,
});

/**
 * The answers of a damaged row that can be read, with the others named in `unread`: an illness that was answered must not be lost because
 * another field is damaged. Undefined: not even the day can be read.
 */
export function salvageCheckIn(row: unknown): StoredCheckIn | undefined {
  const [world, day] = [getField(row, 'world'), getField(row, 'day')];
  if (!v.is(f.world, world) || !v.is(f.day, day)) return undefined;
  const [atMs, timeZone] = [getField(row, 'atMs'), getField(row, 'timeZone')];
  const judged = FIELDS.map((field) => ({ field, ...readField(field, getField(row, field)) }));
  const before = getField(row, 'unread');
  // Where the list itself cannot be read, any field may have been on it.
  const marked = before === undefined ? [] : v.is(unreadSchema, before) ? before : FIELDS;
  return {
    ...BLANK_CHECK_IN,
    ...Object.fromEntries(judged.map(({ field, value }) => [field, value])),
    world,
    day,
    atMs: v.is(f.instantMs, atMs) ? atMs : Date.parse(`${day}T00:00:00Z`),
    timeZone: v.is(f.timeZone, timeZone) ? timeZone : 'UTC',
    unread: FIELDS.filter((field) => marked.includes(field) || judged.some((one) => one.field === field && !one.fits)),
  };
}

/** A field as far as it can be read: of a list the entries that fit, else what stands for "not said". */
function readField(field: keyof CheckIn, value: unknown): { readonly fits: boolean; readonly value: unknown } {
  const schema = answerSchemas[field];
  if (v.is(schema, value)) return { fits: true, value };
  const entries = schema.type === 'array' && Array.isArray(value) ? value.filter((one) => v.is(schema.item, one)) : BLANK_CHECK_IN[field];
  return { fits: false, value: entries };
}

export async function getCheckIn(db: ReboundDatabase, world: World, day: Day): Promise<StoredCheckIn | null> {
  return (await db.checkIns.get([world, day])) ?? null;
}

/**
 * Changes some answers of a day and leaves the others: two surfaces may be open on the same morning. What could not be read is to be asked
 * again until it is answered.
 */
export async function answerCheckIn(
  db: ReboundDatabase,
  of: Pick<StoredCheckIn, 'world' | 'day' | 'timeZone'>,
  answers: Partial<CheckIn>,
  atMs: number,
): Promise<void> {
  await db.transaction('rw', db.checkIns, async () => {
    const stored: StoredCheckIn = (await db.checkIns.get([of.world, of.day])) ?? { ...BLANK_CHECK_IN, ...of, atMs };
    const { unread = [], ...before } = stored;
    const left = unread.filter((field) => answers[field] === undefined);
    await db.checkIns.put({ ...before, ...answers, atMs, ...(left.length === 0 ? {} : { unread: left }) });
  });
}

/** The check-ins of the days `from` to `to`, both included, oldest first. */
export function checkInsBetween(db: ReboundDatabase, world: World, from: Day, to: Day): Promise<StoredCheckIn[]> {
  return db.checkIns.where('[world+day]').between([world, from], [world, to], true, true).toArray();
}
