import { clock } from '../../lib/core/clock';
import { localZone, toDay } from '../../lib/core/day';
import type { StoredActivity, World } from '../../lib/storage';
import type { Activity } from '../../lib/training';

const USUAL_S = 3600;

/** Likely values of a new activity: the same sport as the last one, just finished. */
export function likely(last: Activity | undefined): Activity {
  const movingTimeS = last?.movingTimeS ?? USUAL_S;
  return {
    sport: last?.sport ?? 'run',
    startMs: clock.now() - 1000 * movingTimeS,
    movingTimeS,
    avgHrBpm: null,
    rpe: null,
    kind: null,
    regions: [],
  };
}

/** A typed activity, as it is stored. */
export function toStoredActivity(activity: Activity, world: World): StoredActivity {
  const timeZone = localZone();
  return {
    ...activity,
    id: crypto.randomUUID(),
    world,
    source: 'typed',
    sourceId: null,
    timeZone,
    day: toDay(activity.startMs, timeZone),
    title: null,
    maxHrBpm: null,
    distanceM: null,
    edited: [],
  };
}
