import Dexie, { type Collection, type Table } from 'dexie';
import type { ReboundDatabase, World } from '../storage';

/**
 * Whose data all screens show: the user's own if any of them can be read, from any day; otherwise the example if there is one; otherwise
 * the user's own. Damaged rows do not count. The health questions belong to the user in both worlds, so they do not count either.
 */
export async function chooseWorld(db: ReboundDatabase): Promise<World> {
  if (await hasAny(db, 'own')) return 'own';
  return (await hasAny(db, 'demo')) ? 'demo' : 'own';
}

async function hasAny(db: ReboundDatabase, world: World): Promise<boolean> {
  const first = await Promise.all([
    hasRow(db.checks, '[world+startedAtMs]', world),
    hasRow(db.checkIns, '[world+day]', world),
    hasRow(db.activities, '[world+startMs]', world),
    hasRow(db.planned, '[world+day]', world),
    world === 'own' && isAnyReadable(db.histories.toCollection()),
  ]);
  return first.includes(true);
}

function hasRow(table: Pick<Table, 'where'>, index: string, world: World): Promise<boolean> {
  return isAnyReadable(table.where(index).between([world], [world, Dexie.maxKey]));
}

/** The database skips damaged rows, so the first row that it returns is readable. */
async function isAnyReadable(rows: Collection): Promise<boolean> {
  return (await rows.first()) !== undefined;
}
