import { addDays, type Day, daysBetween } from '../core/day';
import { computeSd, sum } from '../core/statistics';
import type { ScoredActivity } from './types';

/** Time constants in days of fitness and fatigue. */
const FITNESS_DAYS = 42;
const FATIGUE_DAYS = 7;
/**
 * Both start at the mean load of these first days, so that nobody begins at "zero fitness". The mean is taken over at least the second
 * number of days.
 */
const SEED_DAYS = 28;
const LEAST_SEED_DAYS = 7;
const WEEK = 7;
/** Monotony is mean ÷ SD. A smaller SD counts as a tenth of the mean, so that equal days give 10 and not infinity. */
const LEAST_SD_SHARE = 0.1;

/** The load of one day, and of the time before it. Scores: one hour at threshold = 100. */
export interface DayLoad {
  readonly day: Day;
  readonly score: number;
  /** Fitness and fatigue at the end of the day: x += (load − x) / τ. */
  readonly ctl: number;
  readonly atl: number;
  /** CTL − ATL. */
  readonly tsb: number;
  /** Foster: mean ÷ SD (n − 1) of the last 7 days' loads, days off as zeros. Null in the first week, and for a week without load. */
  readonly monotony: number | null;
  /** The week's load × monotony. */
  readonly strain: number | null;
}

/** A person's load on one day; all null where there is no activity at all. */
export interface Load {
  /** Score of what was done today so far. */
  readonly todayScore: number;
  readonly ctl: number | null;
  readonly atl: number | null;
  readonly tsb: number | null;
  /** CTL gained in the last 7 days; null in the first week. */
  readonly ramp: number | null;
  readonly monotony: number | null;
  readonly strain: number | null;
}

/** Each day's summed score. */
function dailyScores(activities: readonly ScoredActivity[]): Map<Day, number> {
  const days = new Map<Day, number>();
  for (const { day, score } of activities) days.set(day, (days.get(day) ?? 0) + score);
  return days;
}

/**
 * Every day from the first activity to `until`, days off included. Starts at the mean of the first 28 days (or of all there are, divided by
 * at least 7), or at `seedScore` a day where the user has said what was usual before.
 */
export function fillLoadDays(activities: readonly ScoredActivity[], until: Day, seedScore: number | null = null): DayLoad[] {
  const scores = dailyScores(activities);
  const first = [...scores.keys()].reduce<Day | null>((least, day) => (least === null || day < least ? day : least), null);
  if (first === null || first > until) return [];
  const count = daysBetween(first, until) + 1;
  const daily = Array.from({ length: count }, (_, i) => scores.get(addDays(first, i)) ?? 0);
  const seed = seedScore ?? sum(daily.slice(0, SEED_DAYS)) / Math.max(LEAST_SEED_DAYS, Math.min(SEED_DAYS, count));
  let [ctl, atl] = [seed, seed];
  return daily.map((score, i) => {
    ctl += (score - ctl) / FITNESS_DAYS;
    atl += (score - atl) / FATIGUE_DAYS;
    const week = i + 1 >= WEEK ? daily.slice(i + 1 - WEEK, i + 1) : null;
    return { day: addDays(first, i), score, ctl, atl, tsb: ctl - atl, ...sameness(week) };
  });
}

/** Monotony and strain of a week (Foster 1998, Med Sci Sports Exerc 30:1164). */
function sameness(week: readonly number[] | null): Pick<DayLoad, 'monotony' | 'strain'> {
  const total = week === null ? 0 : sum(week);
  if (week === null || total === 0) return { monotony: null, strain: null };
  const mean = total / week.length;
  const monotony = mean / Math.max(computeSd(week) ?? 0, LEAST_SD_SHARE * mean);
  return { monotony, strain: total * monotony };
}

/**
 * A person's load today. Until something is done today, fitness and fatigue are those of the end of yesterday: a morning is not a day off
 * yet.
 */
export function computeLoad(days: readonly DayLoad[], today: Day): Load {
  const last = days.at(-1);
  const done = last?.day === today ? last.score : 0;
  const at = last?.day === today && done === 0 ? days.length - 2 : days.length - 1;
  const now = days[at];
  if (now === undefined) return { todayScore: done, ctl: null, atl: null, tsb: null, ramp: null, monotony: null, strain: null };
  const before = days[at - WEEK];
  const { ctl, atl, tsb, monotony, strain } = now;
  return { todayScore: done, ctl, atl, tsb, monotony, strain, ramp: before === undefined ? null : ctl - before.ctl };
}
