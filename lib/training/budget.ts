import { roundTo } from '../core/numbers';
import { computeQuantile, sortNumbers } from '../core/statistics';
import type { DayLoad } from './load';
import type { ScoredActivity, Sport } from './types';

const BUDGET_DAYS = 28;
/** Days of training in the last 28 that are needed before anything is called usual. Our own choice. */
const LEAST_TRAINING_DAYS = 4;
/** Minutes are given in steps of five, as "about". */
const STEP_MINUTES = 5;

/** The rest of a usual day: as load, and as minutes of the person's most frequent sport at their own easy pace. */
export interface Budget {
  readonly score: number;
  readonly sport: Sport;
  readonly easyMinutes: number;
}

/**
 * The load usual for this person on a day like this, less what was done today: the median of their training days of the last 28 for a usual
 * day, the upper quartile for a hard one, so it is never above the highest of those days. Null with fewer than 4 training days.
 * @param days every day up to today (`fillLoadDays`); today's own load is subtracted
 * @param activities of those days
 */
export function computeBudget(
  days: readonly DayLoad[],
  activities: readonly ScoredActivity[],
  today: string,
  hard: boolean,
): Budget | null {
  const before = days.filter(({ day }) => day < today).slice(-BUDGET_DAYS);
  const done = days.at(-1)?.day === today ? (days.at(-1)?.score ?? 0) : 0;
  const trained = before.map(({ score }) => score).filter((score) => score > 0);
  const from = before[0]?.day;
  if (trained.length < LEAST_TRAINING_DAYS || from === undefined) return null;
  const lately = activities.filter(({ day, movingTimeS, score }) => day >= from && day < today && movingTimeS > 0 && score > 0);
  const sport = commonest(lately);
  if (sport === null) return null;
  const score = Math.max(0, (computeQuantile(sortNumbers(trained), hard ? 0.75 : 0.5) ?? 0) - done);
  return { score, sport, easyMinutes: roundTo(score / easyRate(lately, sport), STEP_MINUTES) };
}

function commonest(activities: readonly ScoredActivity[]): Sport | null {
  const counts = new Map<Sport, number>();
  for (const { sport } of activities) counts.set(sport, (counts.get(sport) ?? 0) + 1);
  return [...counts].reduce<[Sport, number] | null>((most, one) => (most === null || one[1] > most[1] ? one : most), null)?.[0] ?? null;
}

/** Score per minute of their easier sessions in a sport: the lower quartile. */
function easyRate(activities: readonly ScoredActivity[], sport: Sport): number {
  const rates = activities.filter((one) => one.sport === sport).map(({ score, movingTimeS }) => score / (movingTimeS / 60));
  return computeQuantile(sortNumbers(rates), 0.25) ?? 0;
}
