import { addDays, type Day } from '../core/day';
import { clamp } from '../core/numbers';
import { computeMean, computeSd } from '../core/statistics';
import { asOneSeries, type BridgedCheck, DOUBT } from './bridge';
import { estimateCorrelation } from './correlation';
import { LATEST_AFTER_WAKING_MIN } from './mornings';
import { estimateSpread } from './robust';
import type { Band, DayCheck } from './types';

/** Days before today that the range uses (HRV4Training's normal range). */
export const BASELINE_DAYS = 60;
/** Valid days needed in the last 14 before anything is judged. */
export const LEARNING_NEEDS = 7;
const LEARNING_WINDOW_DAYS = 14;
/** Below this many valid days the range is provisional. */
const PROVISIONAL_BELOW = 28;
const TREND_DAYS = 7;
export const DAY_WIDTH_SD = 1;
const TREND_WIDTH_SD = 0.5;
/** What a fair recording weighs against a good one. Ours. */
const FAIR_WEIGHT = 0.5;
/** A smaller SD reflects the few days more than the user: about 3 % of RMSSD (ln units), and half a beat a minute. Ours. */
const LEAST_SD = { lnRmssd: 0.03, hrBpm: 0.5 } as const;
/** Fewest days for the week's coefficient of variation (Plews 2014). */
const LEAST_CV_DAYS = 3;

/** The usual values before a day, in the units of that day's strap. */
export interface Baseline {
  /** Valid days in the 60, in the 13 and in the 6 days before, without the day itself. */
  readonly days: number;
  readonly last13: number;
  readonly last6: number;
  readonly provisional: boolean;
  /** Null with fewer than two days. */
  readonly lnRmssd: { readonly mean: number; readonly sd: number; readonly day: Band; readonly trend: Band } | null;
  readonly hr: { readonly mean: number; readonly sd: number; readonly band: Band } | null;
  /** ln(RMSSD) of the 6 days before, and their heart rates. */
  readonly week: readonly number[];
  readonly weekHr: readonly number[];
  /** How closely a low HRV and a high heart rate of one morning go together: 0 not at all, 1 always. */
  readonly together: number;
  readonly bridged: { readonly offset: number; readonly sd: number } | null;
  /** The uncertainty of the middle of the range due to other straps' checks, as an SD. */
  readonly doubtSd: number;
}

/** Whether a check may enter a baseline: within 2 h of waking, before coffee and training, as far as known. */
export function enters(check: DayCheck): boolean {
  return check.ruledOut !== true && (check.afterWakingMin == null || check.afterWakingMin <= LATEST_AFTER_WAKING_MIN);
}

/**
 * The factor by which a provisional range is widened: the upper end of the one-sided 80 % interval of an SD estimated from n values, √((n −
 * 1) / χ²), χ² being the 20th percentile for n − 1 degrees of freedom by Wilson and Hilferty's approximation (1931). The 80 % are our
 * choice. 1.39 at 7 days, 1.15 at 27; 1 once the range is no longer provisional.
 */
function widening(days: number): number {
  if (days >= PROVISIONAL_BELOW) return 1;
  const degrees = days - 1;
  const z20 = -0.8416;
  const chi2 = degrees * (1 - 2 / (9 * degrees) + z20 * Math.sqrt(2 / (9 * degrees))) ** 3;
  return Math.sqrt(degrees / chi2);
}

/**
 * The usual values for checks comparable with `reference`, from the valid checks of the 60 days before `day`.
 *
 * Range: winsorised mean ± width · SD, with fair recordings at half weight, widened while provisional and by the uncertainty of other
 * straps' checks (95 % of it, in the user's favour).
 * @param reference the check to be judged, or the latest one: others are compared with its series
 * @param illDays mornings of these days count as measured, but show the illness: no range and no week includes them
 */
export function computeBaseline(
  checks: readonly DayCheck[],
  day: Day,
  reference: DayCheck | null,
  widthSd: number,
  illDays: ReadonlySet<Day> = NO_DAYS,
): Baseline {
  const first = addDays(day, -BASELINE_DAYS);
  const window = checks.filter((check) => check.day >= first && check.day < day && enters(check));
  const all = asOneSeries(window, reference?.series);
  const since = (days: number, of: readonly BridgedCheck[] = all) => {
    const from = addDays(day, -days);
    return of.filter((check) => check.day >= from);
  };
  const before = illDays.size === 0 ? all : all.filter((check) => !illDays.has(check.day));
  const week = since(TREND_DAYS - 1, before);
  const foreign = before.find(({ doubtSd }) => doubtSd > 0);
  return {
    days: all.length,
    last13: since(LEARNING_WINDOW_DAYS - 1).length,
    last6: since(TREND_DAYS - 1).length,
    provisional: before.length < PROVISIONAL_BELOW,
    lnRmssd: lnRange(before, week, widthSd),
    hr: hrRange(before),
    week: week.map(({ lnRmssd }) => lnRmssd),
    weekHr: week.flatMap(({ hrBpm }) => hrBpm ?? []),
    together: estimateCorrelation(before),
    bridged: foreign === undefined ? null : { offset: foreign.offset, sd: foreign.doubtSd },
    doubtSd: doubt(before),
  };
}

const NO_DAYS: ReadonlySet<Day> = new Set();

const doubt = (checks: readonly BridgedCheck[]) => computeMean(checks.map(({ doubtSd }) => doubtSd)) ?? 0;

function lnRange(before: readonly BridgedCheck[], week: readonly BridgedCheck[], widthSd: number): Baseline['lnRmssd'] {
  const spread = estimateSpread(
    before.map(({ lnRmssd }) => lnRmssd),
    before.map(({ rating }) => (rating === 'fair' ? FAIR_WEIGHT : 1)),
    LEAST_SD.lnRmssd,
  );
  if (spread === null || spread.sd === null) return null;
  const sd = Math.max(LEAST_SD.lnRmssd, spread.sd);
  const known = sd * widening(Math.round(spread.count));
  // The day belongs to today's strap, the range partly to another; the week may include both.
  const [inRange, inWeek] = [doubt(before), (doubt(week) * week.length) / (week.length + 1)];
  const band = (half: number): Band => ({ mean: spread.mean, low: spread.mean - half, high: spread.mean + half });
  return {
    mean: spread.mean,
    sd,
    day: band(widthSd * known + DOUBT * inRange),
    trend: band(TREND_WIDTH_SD * known + DOUBT * Math.abs(inRange - inWeek)),
  };
}

function hrRange(before: readonly BridgedCheck[]): Baseline['hr'] {
  const rates = before.flatMap(({ hrBpm }) => (hrBpm === null ? [] : [hrBpm]));
  const spread = estimateSpread(rates, null, LEAST_SD.hrBpm);
  if (spread === null || spread.sd === null) return null;
  const sd = Math.max(LEAST_SD.hrBpm, spread.sd);
  const half = DAY_WIDTH_SD * sd * widening(rates.length);
  return { mean: spread.mean, sd, band: { mean: spread.mean, low: spread.mean - half, high: spread.mean + half } };
}

/**
 * The mean of a week in which a value outside the usual range counts as the end of that range: one night out, or one bad recording, moves
 * it by no more than a value at the end would (Altini: an acute stress shows for 24–48 h, not for a week). Null without values.
 */
export function computeRobustMean(values: readonly number[], usual: Pick<Band, 'low' | 'high'>): number | null {
  return computeMean(values.map((value) => clamp(value, usual.low, usual.high)));
}

/** Coefficient of variation of ln(RMSSD) over a week, % (Plews 2012, Eur J Appl Physiol 112:3729). Null below 3 days. */
export function computeCvPct(week: readonly number[]): number | null {
  const [mean, sd] = [computeMean(week), computeSd(week)];
  return mean === null || sd === null || mean === 0 || week.length < LEAST_CV_DAYS ? null : (100 * sd) / mean;
}
