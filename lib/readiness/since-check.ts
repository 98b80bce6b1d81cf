import type { Day } from '../core/day';
import { sum } from '../core/statistics';
import type { ScoredActivity } from '../training';

/** What was done since the check. */

/** A session that feels this hard (CR10) for at least this long is hard, whatever its load. Ours. */
const HARD_RPE = 7;
const HARD_MINUTES = 20;
/** A load since the check of this share of CTL, and at least this much, is a hard workout. Ours. */
const HARD_OF_CTL = 1.25;
const HARD_SCORE = 60;

/** The load since the check, and whether it was a hard workout: then the rest of the day is for recovery. */
export function doneSince(
  activities: readonly ScoredActivity[],
  day: Day,
  checkedAtMs: number | null,
  ctl: number | null,
): { readonly score: number; readonly hard: boolean } {
  const since = activities.filter((one) => one.day === day && (checkedAtMs === null || one.startMs >= checkedAtMs));
  const score = sum(since.map((one) => one.score));
  const felt = since.some(({ rpe, movingTimeS }) => rpe !== null && rpe >= HARD_RPE && movingTimeS >= HARD_MINUTES * 60);
  return { score, hard: felt || (score >= HARD_SCORE && (ctl === null || score >= HARD_OF_CTL * ctl)) };
}
