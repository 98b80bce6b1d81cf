import { addDays, type Day, dayNumber } from '../core/day';
import { computeSd } from '../core/statistics';
import type { ScoredActivity } from './types';

/** Time constants in days of fitness and fatigue. */
const FITNESS_DAYS = 42;
const FATIGUE_DAYS = 7;
/**
 * Days, the day itself among them, whose training fitness and fatigue are computed from. Six time constants of fitness: what came before
 * would weigh 1/400 (e^−6). A fixed number, so that a day has one fitness, however many days are read.
 */
export const LOAD_DAYS = 6 * FITNESS_DAYS;
/** Days whose mean load is the start of both, so that nobody begins at "zero fitness", and the fewest that it is divided by. */
export const SEED_DAYS = 28;
export const LEAST_SEED_DAYS = 7;
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

/** The user's load on a day; all null without training in the days that load is computed from. */
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

/** The days to compute, and what must be known about the days around them. */
export interface LoadSpan {
  readonly from: Day;
  readonly to: Day;
  /** The last day that is known, at least `to`: the first days of training may lie partly behind `to`. */
  readonly known: Day;
  /** The last day of training before the first of the `LOAD_DAYS` that lead up to `from`; null: there was none. */
  readonly trainedBefore: Day | null;
}

/**
 * The load of every day from `from` to `to`, days off included, beginning with the first day of training.
 *
 * Fitness and fatigue of a day are exponentially weighted means of the last `LOAD_DAYS` days. Where training began within these days, with
 * none in the `LOAD_DAYS` before, the days before count as the mean of the first 28 days of training (as many as are known, at least 7).
 * @param activities those of the `LOAD_DAYS` that lead up to `from` and all that follow up to `known`; others are ignored
 */
export function fillLoadDays(activities: readonly Pick<ScoredActivity, 'day' | 'score'>[], span: LoadSpan): DayLoad[] {
  const first = dayNumber(span.from) - LOAD_DAYS + 1;
  const scores = dailyScores(activities, first, dayNumber(span.known) - first + 1);
  let last = span.trainedBefore === null ? null : dayNumber(span.trainedBefore) - first;
  let began: Beginning | null = null;
  const loads: DayLoad[] = [];
  for (let at = 0; at <= dayNumber(span.to) - first; at++) {
    if (scores.trained[at] === 1) {
      if (last === null || at - last > LOAD_DAYS) began = { at, seed: seedAt(scores.daily, at) };
      last = at;
    }
    if (last === null || at < LOAD_DAYS - 1) continue;
    const [ctl, atl] = [weightedMean(scores.daily, at, began, FITNESS), weightedMean(scores.daily, at, began, FATIGUE)];
    const isFirstWeek = began !== null && at - began.at < WEEK - 1;
    const week = isFirstWeek ? null : [...scores.daily.subarray(at + 1 - WEEK, at + 1)];
    const day = addDays(span.from, at - LOAD_DAYS + 1);
    loads.push({ day, score: scores.daily[at] ?? 0, ctl, atl, tsb: ctl - atl, ...sameness(week) });
  }
  return loads;
}

/** Each day's summed score, and whether there was any training on it. */
function dailyScores(activities: readonly Pick<ScoredActivity, 'day' | 'score'>[], first: number, count: number) {
  const daily = new Float64Array(Math.max(0, count));
  const trained = new Uint8Array(daily.length);
  for (const { day, score } of activities) {
    const at = dayNumber(day) - first;
    if (at < 0 || at >= daily.length) continue;
    daily[at] = (daily[at] ?? 0) + score;
    trained[at] = 1;
  }
  return { daily, trained };
}

/** Where training began, and the load a day that stands for the days before. */
interface Beginning {
  readonly at: number;
  readonly seed: number;
}

function seedAt(daily: Float64Array, at: number): number {
  const first = daily.subarray(at, at + SEED_DAYS);
  return sum(first) / Math.max(LEAST_SEED_DAYS, first.length);
}

/** The weights of a day and of those before it: 1/τ · (1 − 1/τ)^k. */
function makeWeights(tau: number): Float64Array {
  return Float64Array.from({ length: LOAD_DAYS }, (_, k) => (1 - 1 / tau) ** k / tau);
}

const FITNESS = makeWeights(FITNESS_DAYS);
const FATIGUE = makeWeights(FATIGUE_DAYS);

function weightedMean(daily: Float64Array, at: number, began: Beginning | null, weights: Float64Array): number {
  const ofBeginning = began !== null && at - began.at < LOAD_DAYS ? began : null;
  const count = ofBeginning === null ? LOAD_DAYS : at - ofBeginning.at + 1;
  let [total, known] = [0, 0];
  for (let k = 0; k < count; k++) {
    const weight = weights[k] ?? 0;
    total += weight * (daily[at - k] ?? 0);
    known += weight;
  }
  return ofBeginning === null ? total / known : total + (1 - known) * ofBeginning.seed;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
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
  if (now === undefined || (now.ctl === 0 && now.atl === 0))
    return { todayScore: done, ctl: null, atl: null, tsb: null, ramp: null, monotony: null, strain: null };
  const before = days[at - WEEK];
  const { ctl, atl, tsb, monotony, strain } = now;
  return { todayScore: done, ctl, atl, tsb, monotony, strain, ramp: before === undefined ? null : ctl - before.ctl };
}
