import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import { type Day, toDay } from '../../core/day';
import { parseWallMs, toInstant, wallMsAt } from '../../core/local-time';
import { HOUR_MS, MINUTE_MS } from '../../core/time';
import { ACTIVITY_KINDS, type Activity, SPORTS } from '../../training';
import { ACTIVITY_SOURCES, type ActivitySource, ADDED_PAGE } from '../activity-sources';
import type { World } from '../fields';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `activities`: one table for activities that were typed, read from a page, or imported. */

export interface StoredActivity extends Activity {
  readonly id: string;
  readonly world: World;
  readonly source: ActivitySource;
  /** Its id at that source. */
  readonly sourceId: string | null;
  /** The same workout at other sources, in the order in which they were read; left out if there are none. */
  readonly otherSources?: readonly { readonly source: ActivitySource; readonly sourceId: string }[];
  readonly timeZone: string;
  /** The local day it began on. */
  readonly day: Day;
  readonly title: string | null;
  readonly maxHrBpm: number | null;
  readonly distanceM: number | null;
  /** Fields that the user edited: the source no longer overwrites them. */
  readonly edited: readonly (keyof Activity)[];
}

/** An activity as a page shows it: with the local time of its start, `YYYY-MM-DDTHH:MM[:SS]`, and without the zone, which no page gives. */
export type PageActivity = Omit<StoredActivity, 'startMs' | 'timeZone' | 'day'> & { readonly startLocal: string };

declare module '../table' {
  interface Tables {
    activities: EntityTable<StoredActivity, 'id'>;
  }
}

/** A longer one counts as damaged: the longest races last weeks. */
const LONGEST_S = 60 * 86_400;
const EDITABLE = [
  'sport',
  'startMs',
  'movingTimeS',
  'elapsedTimeS',
  'avgHrBpm',
  'heartRateTimes',
  'rpe',
  'kind',
  'regions',
] as const satisfies readonly (keyof Activity)[];
const bpm = v.nullable(f.within(0, 1000));

export default defineTable<StoredActivity>({
  name: 'activities',
  stores: { 2: 'id, [world+startMs], [world+source+sourceId]' },
  world: '[world+startMs]',
  todayRestsOn: true,
  row: v.pipe(
    v.object({
      id: f.id,
      world: f.world,
      source: v.picklist(ACTIVITY_SOURCES),
      sourceId: v.nullable(v.string()),
      otherSources: v.exactOptional(v.array(v.object({ source: v.picklist(ACTIVITY_SOURCES), sourceId: v.string() }))),
      timeZone: f.timeZone,
      day: f.day,
      title: v.nullable(v.string()),
      sport: v.picklist(SPORTS),
      startMs: f.instantMs,
      movingTimeS: f.within(0, LONGEST_S),
      elapsedTimeS: v.exactOptional(f.within(0, LONGEST_S)),
      avgHrBpm: bpm,
      maxHrBpm: bpm,
      heartRateTimes: v.exactOptional(v.array(v.object({ bpm: f.figure, s: f.figure }))),
      distanceM: v.nullable(f.within(0, 1e8)),
      rpe: v.nullable(f.within(0, 10)),
      kind: v.nullable(v.picklist(ACTIVITY_KINDS)),
      regions: v.array(f.region),
      edited: v.array(v.picklist(EDITABLE)),
    }),
    v.forward(
      v.check((row) => f.isOfDay(row.day, row.startMs)),
      ['day'],
    ),
  ),
});

/** Two rows are the same workout if their starts and lengths differ by no more than this. */
const SAME_START_MS = 2 * MINUTE_MS;
const SAME_DURATION = 0.05;
/** The same local time in two zones is at most this far apart: from UTC+14 to UTC−12. */
const FARTHEST_ZONES_MS = 26 * HOUR_MS;

/** The activities that started in `[fromMs, toMs)`, oldest first. */
export function activitiesBetween(db: ReboundDatabase, world: World, fromMs: number, toMs: number): Promise<StoredActivity[]> {
  return db.activities.where('[world+startMs]').between([world, fromMs], [world, toMs], true, false).toArray();
}

/** Whether there was strength work since then. */
export async function strengthSince(db: ReboundDatabase, world: World, fromMs: number): Promise<boolean> {
  const lately = await activitiesBetween(db, world, fromMs, Number.MAX_SAFE_INTEGER);
  return lately.some(({ sport, kind }) => sport === 'strength' || kind === 'size' || kind === 'strength' || kind === 'power');
}

export async function putActivity(db: ReboundDatabase, activity: StoredActivity): Promise<void> {
  await db.activities.put(activity);
}

/** Deletes an activity. Returns it, so that it can be restored; null if there was none. */
export function deleteActivity(db: ReboundDatabase, id: string): Promise<StoredActivity | null> {
  return db.transaction('rw', db.activities, async () => {
    const activity = await db.activities.get(id);
    await db.activities.delete(id);
    return activity ?? null;
  });
}

/**
 * Stores a workout as a page describes it, without duplicating one that is there: same id at the same source, or same start (± 2 min) and
 * length (± 5 %). Keeps fields that the user edited. The rest follows the source that gave the row first; another source only adds what that
 * one left out, so that the row does not depend on the site that was opened last. Returns the stored row.
 *
 * A row keeps the zone in which it was first read: a page that is opened again on a journey shows the same local time, and means the same
 * instant.
 * @param timeZone the zone for a new row
 * @param guessed fields that the source did not say: used for a new row only
 */
export function mergeActivity(
  db: ReboundDatabase,
  seen: PageActivity,
  timeZone: string,
  guessed: readonly (keyof Activity)[] = [],
): Promise<StoredActivity> {
  return db.transaction('rw', db.activities, async () => {
    const { world, source, sourceId } = seen;
    const bySource = sourceId === null ? undefined : await findActivityAt(db, world, source, sourceId);
    const before = bySource ?? (await findSame(db, seen, timeZone));
    const row = before === undefined ? readIn(seen, timeZone) : merged(before, readIn(seen, before.timeZone), guessed);
    await db.activities.put(row);
    return row;
  });
}

/** The activity of a page as a row, its start read in a time zone. Throws RangeError for an unknown zone. */
function readIn({ startLocal, ...seen }: PageActivity, timeZone: string): StoredActivity {
  const startMs = toInstant(startLocal, timeZone);
  return { ...seen, startMs, timeZone, day: toDay(startMs, timeZone) };
}

/** The workout of a page, as another source gave it or the user typed it: here or, with the same local time, in another zone. */
async function findSame(db: ReboundDatabase, seen: PageActivity, timeZone: string): Promise<StoredActivity | undefined> {
  const { startMs } = readIn(seen, timeZone);
  const wallMs = parseWallMs(seen.startLocal);
  const reachMs = FARTHEST_ZONES_MS + SAME_START_MS;
  const near = (await activitiesBetween(db, seen.world, startMs - reachMs, startMs + reachMs + 1)).filter((other) => isSame(other, seen));
  return (
    near.find((other) => Math.abs(other.startMs - startMs) <= SAME_START_MS) ??
    // A source does not list a workout twice: the same time of its own elsewhere is another one, such as after crossing the date line.
    near.find((other) => other.source !== seen.source && Math.abs(wallMsAt(other.startMs, other.timeZone) - wallMs) <= SAME_START_MS)
  );
}

/** The activity that a source knows under an id, whichever source gave its row first. */
export async function findActivityAt(
  db: ReboundDatabase,
  world: World,
  source: ActivitySource,
  sourceId: string,
): Promise<StoredActivity | undefined> {
  const first = await db.activities.get({ world, source, sourceId });
  if (first !== undefined) return first;
  const all = await activitiesBetween(db, world, 0, Number.MAX_SAFE_INTEGER);
  return all.find(({ otherSources = [] }) => otherSources.some((one) => one.source === source && one.sourceId === sourceId));
}

function isSame(a: Pick<Activity, 'movingTimeS'>, b: Pick<Activity, 'movingTimeS'>): boolean {
  return Math.abs(a.movingTimeS - b.movingTimeS) <= SAME_DURATION * Math.max(a.movingTimeS, b.movingTimeS);
}

function merged(before: StoredActivity, seen: StoredActivity, guessed: readonly (keyof Activity)[]): StoredActivity {
  const other = before.source !== seen.source || before.sourceId !== seen.sourceId;
  if (other && isAddedPage(seen)) return { ...before, otherSources: withSource(before, seen) };
  if (other && isAddedPage(before)) return takenOver(before, seen);
  if (other && before.sourceId !== null) return completed(before, seen);
  const kept = Object.fromEntries([...before.edited, ...guessed].map((field) => [field, before[field]]));
  // The day follows from the start, whichever source gave it.
  const when = before.edited.includes('startMs') ? { day: before.day, timeZone: before.timeZone } : {};
  // A field that the other source leaves out keeps its value.
  return { ...before, ...told(seen), ...kept, ...when, id: before.id, edited: before.edited };
}

/** The row of its first source, with what only another source knows. */
function completed(before: StoredActivity, seen: StoredActivity): StoredActivity {
  const otherSources = withSource(before, seen);
  return { ...seen, ...before, ...told(seen), ...told(before), ...editedFields(before), otherSources, edited: before.edited };
}

/** A training site knows the activity that only an added page had told of: the row is the site's, with what the user edited. */
function takenOver(before: StoredActivity, seen: StoredActivity): StoredActivity {
  const otherSources = withSource(seen, before);
  return { ...seen, ...editedFields(before), id: before.id, otherSources, edited: before.edited };
}

function editedFields(row: StoredActivity): Partial<StoredActivity> {
  return Object.fromEntries(row.edited.map((field) => [field, row[field]]));
}

/** The further sources of a row, and that of another reading of it. */
function withSource(
  { otherSources = [] }: StoredActivity,
  { source, sourceId }: StoredActivity,
): NonNullable<StoredActivity['otherSources']> {
  const isKnown = sourceId === null || otherSources.some((one) => one.source === source && one.sourceId === sourceId);
  return isKnown ? otherSources : [...otherSources, { source, sourceId }];
}

/** Of a page that the user added: a stranger, which may not change or name an activity of another source. */
function isAddedPage({ source }: StoredActivity): boolean {
  return source === ADDED_PAGE;
}

/** The fields of a row that say something. */
function told(row: StoredActivity): Partial<StoredActivity> {
  const fields = Object.entries(row).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(fields);
}
