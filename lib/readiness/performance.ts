import { addDays, type Day } from '../core/day';
import { computeMean } from '../core/statistics';
import { effortScore, type ScoredActivity } from '../training';

/** Whether the same work feels harder than it did: the effort that is felt against the effort that the heart rate stands for. */

/** The same heart rate feels this much harder, in the sessions of the last days, from this many in each period. Ours. */
const HARDER = 1.2;
const LEAST_SESSIONS = 4;
const RECENT_DAYS = 10;

/** Effort felt ÷ effort expected from the heart rate of the same session; null when either is missing. */
function effortAgainstHeart({ rpe, basis, score, movingTimeS }: ScoredActivity): number | null {
  return rpe === null || basis !== 'heart-rate' || score <= 0 ? null : effortScore(movingTimeS / 60, rpe) / score;
}

/** @param backDays how far back the period goes that the last ten days are compared with */
export function feelsHarder(activities: readonly ScoredActivity[], day: Day, backDays: number): boolean {
  const [recentFrom, from] = [addDays(day, 1 - RECENT_DAYS), addDays(day, 1 - RECENT_DAYS - backDays)];
  const recent: number[] = [];
  const before: number[] = [];
  for (const activity of activities) {
    if (activity.day < from || activity.day > day) continue;
    const ratio = effortAgainstHeart(activity);
    if (ratio !== null) (activity.day >= recentFrom ? recent : before).push(ratio);
  }
  const [now, usual] = [computeMean(recent), computeMean(before)];
  if (now === null || usual === null || recent.length < LEAST_SESSIONS || before.length < LEAST_SESSIONS) return false;
  return now > HARDER * usual;
}
