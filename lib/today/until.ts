import Dexie from 'dexie';
import { findScreeningEndMs } from '../catalogue';
import { findWakingDayEndMs } from '../core/waking-day';
import type { ReboundDatabase } from '../storage';
import type { SituationNow } from './plan/situation';

/**
 * When today changes by itself although nothing is written, epoch ms: when the waking day ends, at midnight
 * because a plan counts by the days of the calendar, when a planned session, an event, a moved item or an
 * activity entered ahead begins, or when the health questions are due again.
 */
export async function findChangeMs(db: ReboundDatabase, { situation, settings }: SituationNow, nowMs: number): Promise<number> {
  const starts = [
    ...situation.planned.map(({ atMs }) => atMs),
    ...situation.events.map(({ atMs }) => atMs),
    ...situation.moved.map(({ startMs }) => startMs),
  ];
  const ahead = [...starts, findScreeningEndMs(settings.screening)].filter((ms) => ms > nowMs);
  return Math.min(findWakingDayEndMs(nowMs, settings), findMidnightMs(nowMs), await findNextActivityMs(db, nowMs), ...ahead);
}

/** The next midnight in the machine's time zone. */
function findMidnightMs(nowMs: number): number {
  return new Date(nowMs).setHours(24, 0, 0, 0);
}

/** The start of the next activity entered ahead, in either world; infinity if there is none. */
async function findNextActivityMs(db: ReboundDatabase, nowMs: number): Promise<number> {
  const next = await Promise.all(
    (['own', 'demo'] as const).map((world) =>
      db.activities.where('[world+startMs]').between([world, nowMs], [world, Dexie.maxKey], true).first(),
    ),
  );
  return Math.min(...next.map((activity) => activity?.startMs ?? Number.POSITIVE_INFINITY));
}
