import { localZone, toDay } from '../../core/day';
import type { SiteActivity, SiteId } from '../../sites';
import type { StoredActivity } from '../../storage';
import type { Activity } from '../../training';

export interface SeenActivity {
  readonly row: StoredActivity;
  /** Fields that the page did not give. */
  readonly guessed: readonly (keyof Activity)[];
}

/**
 * Converts an activity of a page into a row; null if it is not certainly the user's own, or has no start or length. Reads its local start
 * in the machine's time zone, because pages do not give theirs.
 * @param id of the row, if it is a new one
 */
export function seenActivity(site: SiteId, activity: SiteActivity, id: string, nowMs: number): SeenActivity | null {
  const { own, startLocal, movingTimeS, elapsedTimeS, sport } = activity;
  const lengthS = movingTimeS ?? elapsedTimeS;
  if (own !== true || startLocal === null || lengthS === null || lengthS <= 0) return null;
  const startMs = Date.parse(startLocal);
  // An activity that has not begun is a plan.
  if (!Number.isFinite(startMs) || startMs > nowMs) return null;
  const timeZone = localZone();
  return {
    row: {
      id,
      world: 'own',
      source: site,
      sourceId: activity.id,
      sport: sport ?? 'other',
      startMs,
      movingTimeS: lengthS,
      ...(elapsedTimeS === null ? {} : { elapsedTimeS }),
      timeZone,
      day: toDay(startMs, timeZone),
      title: activity.title,
      avgHrBpm: activity.avgHrBpm,
      maxHrBpm: activity.maxHrBpm,
      distanceM: activity.distanceM,
      rpe: null,
      kind: null,
      regions: [],
      edited: [],
    },
    guessed: sport === null ? ['sport'] : [],
  };
}
