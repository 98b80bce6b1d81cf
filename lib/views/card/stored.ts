import { localZone, toDay } from '../../core/day';
import type { SiteActivity, SiteId } from '../../sites';
import type { StoredActivity } from '../../storage';
import type { Activity } from '../../training';

export interface SeenActivity {
  readonly row: StoredActivity;
  /** What the page did not say. */
  readonly guessed: readonly (keyof Activity)[];
}

/**
 * An activity of a page as it is stored; null where it is not certainly the user's own, or has no start or length. Its wall-clock start is
 * taken to be in the machine's zone: pages do not say theirs.
 * @param id of the row, if it is a new one
 */
export function seenActivity(site: SiteId, activity: SiteActivity, id: string, nowMs: number): SeenActivity | null {
  const { own, startLocal, movingTimeS, elapsedTimeS, sport } = activity;
  const lengthS = movingTimeS ?? elapsedTimeS;
  if (own !== true || startLocal === null || lengthS === null || lengthS <= 0) return null;
  const startMs = Date.parse(startLocal);
  // What has not begun is a plan, not an activity.
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
