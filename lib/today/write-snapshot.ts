import { toDay } from '../core/day';
import type { Plan, Situation } from '../planner';
import { getStoredSnapshot, keepSnapshot, type ReboundDatabase, readRevision, rememberPlan } from '../storage';
import { openSnapshot, toSnapshotVersion } from './read-snapshot';
import { readToday, type Today } from './read-today';
import { type TodaySnapshot, toTodaySnapshot } from './snapshot';

/** Today with the mark that its snapshot is stored with. */
export interface MarkedToday {
  readonly today: Today;
  /** The revision that it was made from, or an older one. */
  readonly mark: string;
  readonly madeMs: number;
}

/** How often `readSnapshot` makes today again because something was written meanwhile. */
const MOST_ATTEMPTS = 3;

/** Reads today. `keepToday` stores the snapshot: it is apart because a query that follows the database must not write to it. */
export async function readMarkedToday(db: ReboundDatabase, nowMs: number, devices: Situation['devices'] = []): Promise<MarkedToday> {
  // The mark first: anything written from here on changes it.
  const mark = await readRevision(db);
  return { today: await readToday(db, nowMs, devices), mark, madeMs: nowMs };
}

/**
 * Remembers the plan that is shown, so that the next one resembles it, and stores the snapshot. False: nothing was stored, because something
 * was written since the reading, the plan itself included. Then today has to be read again.
 */
export async function keepToday(db: ReboundDatabase, product: string, { today, mark, madeMs }: MarkedToday): Promise<boolean> {
  await rememberPlan(db, today.world, toRememberedItems(today.plan));
  const snapshot = toTodaySnapshot(today);
  return keepSnapshot(db, { snapshot, mark, version: toSnapshotVersion(product), fromMs: madeMs, untilMs: today.untilMs });
}

/** What of a plan the next one has to know. */
export function toRememberedItems({
  items,
}: Pick<Plan, 'items'>): { readonly id: string; readonly startMs: number; readonly doseId: string }[] {
  return items.map(({ id, startMs, doseId }) => ({ id, startMs, doseId }));
}

/** The snapshot as it stands: the stored one while it is good, else a new one, which is stored. `nowMs` decides the day. */
export async function readSnapshot(db: ReboundDatabase, product: string, nowMs: number): Promise<TodaySnapshot> {
  const [stored, mark] = await Promise.all([getStoredSnapshot(db), readRevision(db)]);
  const known = openSnapshot(stored, mark, product, toDay(nowMs), nowMs);
  if (known !== null) return known;
  for (let attempt = 1; ; attempt++) {
    const marked = await readMarkedToday(db, nowMs);
    if ((await keepToday(db, product, marked)) || attempt === MOST_ATTEMPTS) return toTodaySnapshot(marked.today);
  }
}
