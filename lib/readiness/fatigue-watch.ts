import { addDays, type Day, daysBetween } from '../core/day';
import { clamp } from '../core/numbers';
import { computeMean, computeSd } from '../core/statistics';
import { type DayLoad, isWorkout, judgeEffort, type ScoredActivity } from '../training';
import { enters } from './baseline';
import { asOneSeries } from './bridge';
import { findExplainedDays } from './disturbances';
import { findUnwellDays } from './illness';
import { feelsHarder } from './performance';
import { estimateSpread } from './robust';
import type { DayCheck, DayCheckIn, DayZone, FatigueSign, FatigueWatch } from './types';

/**
 * Signs of an imbalance of load and recovery that last. Each compares the last 14 days, the latest counting most, with the 60 before them;
 * the thresholds are ours, the list of signs is that of overreaching (Meeusen 2013, Med Sci Sports Exerc 45:186; very low heart rate: Le Meur
 * 2013, Bellenger 2016). Illness, too little food and life stress look the same: no sign is a diagnosis. Days of illness and of the way back
 * from it do not count, and where travel or altitude explains what heart and sleep show, these do not count either.
 */

const RECENT_DAYS = 14;
const BEFORE_DAYS = 60;
/** A day counts e times less than one this many days later, so that the watch sees a change soon and its end as well. */
const MEMORY_DAYS = 5;
/** A value farther from usual than this counts as this far, in SDs: one night out is no sign of weeks. */
const MOST_SD = 2;
/** Mornings needed in each period. */
const LEAST_RECENT = 7;
const LEAST_BEFORE = 14;
/** A weighted mean that is worse by this many SDs (and this many points of a scale, or beats) is a sign. */
const WORSE_SD = 0.75;
const WORSE_POINTS = 0.4;
const WORSE_BPM = 1.5;
/** A smaller SD reflects the few days, or the steps of the scale, more than the user, as in the usual range and the answers. */
const LEAST_SD = { lnRmssd: 0.03, bpm: 0.5, points: 0.5 } as const;
/** Beside a heart rate that is this much lower, an HRV that is this much higher, or erratic, is a sign too. */
const HIGHER_SD = 0.4;
/** A spread of ln(RMSSD) this many times the usual one is erratic. */
const ERRATIC = 1.6;
/** Foster 1998. */
const MONOTONOUS = 2;
const WEEK = 7;
const SLOWER_BARS = 3;
const WATCH_FROM = 2;
const WARN_FROM = 3;
const DAYS_AGO = 7;
/** With less than this share of the usual load over the last days there is no imbalance of load and recovery. */
const LEAST_LOAD = 1 / 3;
/** How many days before a day the watch looks back: to the first of the 60 days before the 14 that ended a week ago. */
export const FATIGUE_BACK_DAYS = DAYS_AGO + (RECENT_DAYS - 1) + BEFORE_DAYS;

export interface FatigueInput {
  readonly day: Day;
  readonly checks: readonly DayCheck[];
  readonly checkIns: readonly DayCheckIn[];
  readonly activities: readonly ScoredActivity[];
  readonly loads: readonly DayLoad[];
  readonly zones?: readonly DayZone[];
}

/** Watch: two signs. Warn: three, of at least two of heart, answers and training, if two were present a week ago already. */
export function watchFatigue(input: FatigueInput): FatigueWatch {
  const counted = leaveOut(input);
  if (counted.unwell.has(input.day)) return { level: 'none', signs: [] };
  const signs = signsOn(counted, input.day);
  if (signs.length < WATCH_FROM || isUnloaded(input)) return { level: 'none', signs };
  const kinds = new Set(signs.flatMap((sign) => KINDS[sign] ?? []));
  const lasting = signs.length >= WARN_FROM && kinds.size >= 2 && signsOn(counted, addDays(input.day, -DAYS_AGO)).length >= WATCH_FROM;
  return { level: lasting ? 'warn' : 'watch', signs };
}

/** Poor sleep alone is of no kind: altitude, heat and worries disturb it too. */
const KINDS: Readonly<Record<FatigueSign, 'heart' | 'felt' | 'training' | null>> = {
  'hrv-falling': 'heart',
  'hrv-erratic': 'heart',
  'resting-hr-rising': 'heart',
  'resting-hr-very-low': 'heart',
  'mood-falling': 'felt',
  'sleep-falling': null,
  'soreness-lasting': 'felt',
  'energy-falling': 'felt',
  monotony: 'training',
  'performance-falling': 'training',
};

interface Counted extends FatigueInput {
  /** Answers with sleep, which travel and altitude disturb. */
  readonly sleep: readonly DayCheckIn[];
  readonly unwell: ReadonlySet<Day>;
}

function leaveOut(input: FatigueInput): Counted {
  const unwell = findUnwellDays(input.checkIns);
  const days = [...new Set([...input.checks, ...input.checkIns].map(({ day }) => day))];
  const explained = findExplainedDays(input.checkIns, input.zones ?? [], days);
  const isWell = ({ day }: { readonly day: Day }) => !unwell.has(day);
  const isPlain = (row: { readonly day: Day }) => isWell(row) && !explained.has(row.day);
  return {
    ...input,
    unwell,
    checks: input.checks.filter(isPlain),
    checkIns: input.checkIns.filter(isWell),
    sleep: input.checkIns.filter(isPlain),
    activities: input.activities.filter(isWell),
  };
}

/** Whether training has almost stopped: what the heart shows then is detraining. Unknown training is not none. */
function isUnloaded({ loads, day }: FatigueInput): boolean {
  const recentFrom = addDays(day, -RECENT_DAYS);
  const from = addDays(recentFrom, -BEFORE_DAYS);
  const scores = (rows: readonly DayLoad[]) => computeMean(rows.map(({ score }) => score));
  const usual = scores(loads.filter((load) => load.day >= from && load.day < recentFrom));
  const recent = scores(loads.filter((load) => load.day >= recentFrom && load.day < day));
  return usual !== null && recent !== null && recent < LEAST_LOAD * usual;
}

function signsOn({ checks, checkIns, sleep, activities, loads }: Counted, day: Day): FatigueSign[] {
  const recentFrom = addDays(day, 1 - RECENT_DAYS);
  const from = addDays(recentFrom, -BEFORE_DAYS);
  const within = <Row extends { readonly day: Day }>(rows: readonly Row[]) => rows.filter((row) => row.day >= from && row.day <= day);
  const compareRows = <Row extends { readonly day: Day }>(rows: readonly Row[], least: number, read: (row: Row) => number | null) =>
    compare(
      least,
      rows.flatMap((row) => {
        const value = read(row);
        return value === null ? [] : [{ ago: daysBetween(row.day, day), value }];
      }),
    );
  const heart = asOneSeries(within(checks).filter(enters));
  const said = within(checkIns);
  const hrv = compareRows(heart, LEAST_SD.lnRmssd, ({ lnRmssd }) => lnRmssd);
  const hr = compareRows(heart, LEAST_SD.bpm, ({ hrBpm }) => hrBpm);
  const erratic = hrv !== null && hrv.spread > ERRATIC;
  const felt = (rows: readonly DayCheckIn[], read: (row: DayCheckIn) => number | null, sign: 1 | -1) =>
    isWorse(compareRows(rows, LEAST_SD.points, read), sign, WORSE_POINTS);
  const lowHeart = isWorse(hr, -1, WORSE_BPM) && (erratic || (hrv !== null && hrv.away > HIGHER_SD));
  const found: [FatigueSign, boolean][] = [
    ['hrv-falling', isWorse(hrv, -1, 0)],
    ['hrv-erratic', erratic],
    ['resting-hr-rising', isWorse(hr, 1, WORSE_BPM)],
    ['resting-hr-very-low', lowHeart],
    ['mood-falling', felt(said, ({ mood }) => mood ?? null, -1)],
    ['sleep-falling', felt(within(sleep), ({ sleepQuality }) => sleepQuality ?? null, -1)],
    ['soreness-lasting', felt(said, ({ soreness }) => soreness ?? null, 1)],
    ['energy-falling', felt(said, ({ energy }) => energy ?? null, -1)],
    ['monotony', isMonotonous(activities, loads, day)],
    ['performance-falling', feelsHarder(activities, day, BEFORE_DAYS) || barsSlow(said, recentFrom)],
  ];
  return found.flatMap(([sign, there]) => (there ? [sign] : []));
}

interface Compared {
  /** The weighted mean of the last days in SDs from usual, and in the value's own unit. */
  readonly away: number;
  readonly by: number;
  /** Their spread, in usual SDs. */
  readonly spread: number;
}

/** What is recent beside what was usual before; null where either stretch has too few values. */
function compare(leastSd: number, values: readonly { readonly ago: number; readonly value: number }[]): Compared | null {
  const recent = values.filter(({ ago }) => ago < RECENT_DAYS);
  const before = values.filter(({ ago }) => ago >= RECENT_DAYS).map(({ value }) => value);
  if (recent.length < LEAST_RECENT || before.length < LEAST_BEFORE) return null;
  const usual = estimateSpread(before, null, leastSd);
  const spread = computeSd(recent.map(({ value }) => value));
  if (usual?.sd == null || spread === null) return null;
  const { mean } = usual;
  const sd = Math.max(leastSd, usual.sd);
  let [total, weights] = [0, 0];
  for (const { ago, value } of recent) {
    const weight = Math.exp(-ago / MEMORY_DAYS);
    total += weight * clamp((value - mean) / sd, -MOST_SD, MOST_SD);
    weights += weight;
  }
  const away = total / weights;
  return { away, by: away * sd, spread: spread / sd };
}

/** @param sign which direction is worse */
function isWorse(found: Compared | null, sign: 1 | -1, least: number): boolean {
  return found !== null && sign * found.away > WORSE_SD && sign * found.by > least;
}

/**
 * Monotony (Foster 1998) of the week up to yesterday, from what needs recovery: a walk every day is not training that is all alike. Today's
 * load is not complete yet.
 */
function isMonotonous(activities: readonly ScoredActivity[], loads: readonly DayLoad[], day: Day): boolean {
  const yesterday = loads.find((load) => load.day === addDays(day, -1));
  if (yesterday?.monotony == null) return false;
  const daily = Array.from({ length: WEEK }, (_, i) => {
    const on = activities.filter((one) => one.day === addDays(day, -1 - i) && isWorkout(one.sport, judgeEffort(one)));
    return on.reduce((total, { score }) => total + score, 0);
  });
  const [mean, sd] = [computeMean(daily), computeSd(daily)];
  return mean !== null && sd !== null && mean > 0 && mean > MONOTONOUS * sd;
}

function barsSlow(checkIns: readonly DayCheckIn[], from: Day): boolean {
  const moved = checkIns.flatMap(({ day, bar }) => (day >= from && bar != null ? [bar] : []));
  const slow = moved.filter((bar) => bar === 'slower').length;
  return slow >= SLOWER_BARS && slow * 2 > moved.length;
}
