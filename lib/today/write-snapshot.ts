import type { Plan, Situation } from '../planner';
import { getStoredSnapshot, keepSnapshot, type ReboundDatabase, readRevision, rememberPlan, rememberRoutineDay } from '../storage';
import { openSnapshot, toSnapshotVersion } from './read-snapshot';
import { readToday, type Today } from './read-today';
import { type TodaySnapshot, toTodaySnapshot } from './snapshot';

/** Today with the mark that is stored with its snapshot. */
export interface MarkedToday {
  readonly today: Today;
  /** The revision of the database that today was read from, or an older one. */
  readonly mark: string;
  readonly madeMs: number;
}

/** How often `readSnapshot` retries after a write in between. */
const MOST_ATTEMPTS = 3;

/** Reads today without storing it: a query that follows the database must not write to it. `keepToday` stores the snapshot. */
export async function readMarkedToday(db: ReboundDatabase, nowMs: number, devices: Situation['devices'] = []): Promise<MarkedToday> {
  // Read the mark first: any later write changes it.
  const mark = await readRevision(db);
  return { today: await readToday(db, nowMs, devices), mark, madeMs: nowMs };
}

/**
 * Stores the snapshot, and the shown plan so that the next one resembles it. Returns false and stores nothing if anything was written since
 * the reading, including the plan itself: then read today again.
 */
export async function keepToday(db: ReboundDatabase, product: string, { today, mark, madeMs }: MarkedToday): Promise<boolean> {
  await rememberPlan(db, today.world, toRememberedItems(today.plan));
  const own = today.plan.days.find(({ day }) => day === today.day)?.own ?? null;
  if (today.world === 'own') await rememberRoutineDay(db, today.day, own);
  const snapshot = toTodaySnapshot(today);
  const { untilMs, dayUntilMs } = today;
  return keepSnapshot(db, { snapshot, mark, version: toSnapshotVersion(product), fromMs: madeMs, untilMs, dayUntilMs });
}

/** The part of a plan that the next one builds on. */
export function toRememberedItems({
  items,
}: Pick<Plan, 'items'>): { readonly id: string; readonly startMs: number; readonly doseId: string }[] {
  return items.map(({ id, startMs, doseId }) => ({ id, startMs, doseId }));
}

/** Returns the stored snapshot while it is valid; otherwise makes and stores a new one. */
export async function readSnapshot(db: ReboundDatabase, product: string, nowMs: number): Promise<TodaySnapshot> {
  const [stored, mark] = await Promise.all([getStoredSnapshot(db), readRevision(db)]);
  const known = openSnapshot(stored, mark, product, nowMs);
  if (known !== null) return known;
  for (let attempt = 1; ; attempt++) {
    const marked = await readMarkedToday(db, nowMs);
    if ((await keepToday(db, product, marked)) || attempt === MOST_ATTEMPTS) return toTodaySnapshot(marked.today);
  }
}
