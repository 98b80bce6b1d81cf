import Dexie from 'dexie';
import { keepDigest, type ReboundDatabase, readRevision } from '../storage';
import { digestVersion } from './read-snapshot';
import { readTodayOfUser, type Today } from './today';

/** Today, and the digest of it that the next one who only glances is shown first. */

export interface MarkedToday {
  readonly today: Today;
  /** The revision that it was worked out by, or an older one. */
  readonly mark: string;
  readonly untilMs: number;
}

/** Reads today. What it returns is kept by `keepToday`, apart because what follows the database must not write to it. */
export async function readToday(db: ReboundDatabase, nowMs: number): Promise<MarkedToday> {
  // First the mark: what is written from here on makes another one.
  const mark = await readRevision(db);
  const [today, untilMs] = await Promise.all([readTodayOfUser(db, nowMs), nextBeginning(db, nowMs)]);
  return { today, mark, untilMs };
}

export async function keepToday(db: ReboundDatabase, product: string, { today, mark, untilMs }: MarkedToday): Promise<void> {
  const { day, demo, readiness, check, ruledOut = null } = today;
  const summary = check?.summary;
  const figures = summary && {
    meanHrBpm: summary.meanHrBpm,
    corrected: { rmssdMs: summary.corrected.rmssdMs },
    quality: { rating: summary.quality.rating },
  };
  const glance = { day, demo, readiness, ruledOut, check: figures === undefined ? null : { summary: figures } };
  await keepDigest(db, { glance, mark, version: digestVersion(product), untilMs });
}

/** When the next activity begins that is entered already, of either world: it does not count before. */
async function nextBeginning(db: ReboundDatabase, nowMs: number): Promise<number> {
  const next = await Promise.all(
    (['own', 'demo'] as const).map((world) =>
      db.activities.where('[world+startMs]').between([world, nowMs], [world, Dexie.maxKey], true).first(),
    ),
  );
  return Math.min(...next.map((activity) => activity?.startMs ?? Number.POSITIVE_INFINITY));
}
