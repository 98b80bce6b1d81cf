import { toInstant } from '../../core/local-time';
import type { SiteActivity, SiteId } from '../../sites';
import type { PageActivity } from '../../storage';
import type { Activity } from '../../training';

export interface SeenActivity {
  readonly activity: PageActivity;
  /** Fields that the page did not give. */
  readonly guessed: readonly (keyof Activity)[];
}

/**
 * Converts an activity of a page for the database; null if it is not certainly the user's own, or has no start or length.
 * @param id of the row, if it is a new one
 * @param timeZone the zone of its local start, because pages do not give it
 */
export function seenActivity(site: SiteId, activity: SiteActivity, id: string, nowMs: number, timeZone: string): SeenActivity | null {
  const { own, startLocal, movingTimeS, elapsedTimeS, sport } = activity;
  const lengthS = movingTimeS ?? elapsedTimeS;
  if (own !== true || startLocal === null || lengthS === null || lengthS <= 0) return null;
  const startMs = toInstant(startLocal, timeZone);
  // An activity that has not begun is a plan.
  if (!Number.isFinite(startMs) || startMs > nowMs) return null;
  return {
    activity: {
      id,
      world: 'own',
      source: site,
      sourceId: activity.id,
      sport: sport ?? 'other',
      startLocal,
      movingTimeS: lengthS,
      ...(elapsedTimeS === null ? {} : { elapsedTimeS }),
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
