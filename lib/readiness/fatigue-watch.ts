import { addDays, type Day } from '../core/day';
import { computeMean, computeSd } from '../core/statistics';
import { type DayLoad, effortScore, type ScoredActivity } from '../training';
import { enters } from './baseline';
import { asOneSeries } from './bridge';
import { estimateSpread } from './robust';
import type { DayCheck, DayCheckIn, FatigueSign, FatigueWatch } from './types';

/**
 * Signs of an imbalance of load and recovery that last for weeks. Each compares the last 14 days with the 60 before them; the thresholds
 * are ours, the list of signs is that of overreaching (Meeusen 2013, Med Sci Sports Exerc 45:186). Illness, too little food and life stress
 * look the same: no sign is a diagnosis.
 */

const RECENT_DAYS = 14;
const BEFORE_DAYS = 60;
/** Mornings needed in each period. */
const LEAST_RECENT = 7;
const LEAST_BEFORE = 14;
/** A mean that is worse by this many SDs (and this many points of a scale, or beats) is a sign. */
const WORSE_SD = 0.5;
const WORSE_POINTS = 0.5;
const WORSE_BPM = 2;
/** A spread of ln(RMSSD) this many times the usual one is erratic. */
const ERRATIC = 1.6;
/** Foster 1998. */
const MONOTONOUS = 2;
/** The same heart rate feels this much harder, from this many sessions in each period. */
const HARDER = 1.2;
const LEAST_SESSIONS = 4;
const SLOWER_BARS = 3;
const WATCH_FROM = 2;
const WARN_FROM = 3;
const DAYS_AGO = 7;
/** How many days before a day the watch looks back: to the first of the 60 days before the 14 that ended a week ago. */
export const FATIGUE_BACK_DAYS = DAYS_AGO + (RECENT_DAYS - 1) + BEFORE_DAYS;

export interface FatigueInput {
  readonly day: Day;
  readonly checks: readonly DayCheck[];
  readonly checkIns: readonly DayCheckIn[];
  readonly activities: readonly ScoredActivity[];
  readonly loads: readonly DayLoad[];
}

/** Watch: two signs. Warn: three of at least two kinds, if two were present a week ago already. */
export function watchFatigue(input: FatigueInput): FatigueWatch {
  const signs = signsOn(input, input.day);
  if (signs.length < WATCH_FROM) return { level: 'none', signs };
  const kinds = new Set(signs.map((sign) => KINDS[sign]));
  const lasting = signs.length >= WARN_FROM && kinds.size >= 2 && signsOn(input, addDays(input.day, -DAYS_AGO)).length >= WATCH_FROM;
  return { level: lasting ? 'warn' : 'watch', signs };
}

const KINDS: Readonly<Record<FatigueSign, 'heart' | 'felt' | 'training'>> = {
  'hrv-falling': 'heart',
  'hrv-erratic': 'heart',
  'resting-hr-rising': 'heart',
  'mood-falling': 'felt',
  'sleep-falling': 'felt',
  'soreness-lasting': 'felt',
  'energy-falling': 'felt',
  monotony: 'training',
  'performance-falling': 'training',
};

function signsOn({ checks, checkIns, activities, loads }: FatigueInput, day: Day): FatigueSign[] {
  const recentFrom = addDays(day, 1 - RECENT_DAYS);
  const from = addDays(recentFrom, -BEFORE_DAYS);
  // Today's load is not complete yet.
  const yesterday = addDays(day, -1);
  const within = <Row extends { readonly day: Day }>(rows: readonly Row[]) => rows.filter((row) => row.day >= from && row.day <= day);
  const split = <Row extends { readonly day: Day }>(rows: readonly Row[], read: (row: Row) => number | null): Stretch => {
    const stretch: { recent: number[]; before: number[] } = { recent: [], before: [] };
    for (const row of rows) {
      const value = read(row);
      if (value !== null) stretch[row.day >= recentFrom ? 'recent' : 'before'].push(value);
    }
    return stretch;
  };
  const heart = asOneSeries(within(checks).filter(enters));
  const said = within(checkIns);
  const hrv = split(heart, ({ lnRmssd }) => lnRmssd);
  const found: [FatigueSign, boolean][] = [
    ['hrv-falling', isWorse(hrv, -1, 0)],
    ['hrv-erratic', isErratic(hrv)],
    [
      'resting-hr-rising',
      isWorse(
        split(heart, ({ hrBpm }) => hrBpm),
        1,
        WORSE_BPM,
      ),
    ],
    [
      'mood-falling',
      isWorse(
        split(said, ({ mood }) => mood ?? null),
        -1,
        WORSE_POINTS,
      ),
    ],
    [
      'sleep-falling',
      isWorse(
        split(said, ({ sleepQuality }) => sleepQuality ?? null),
        -1,
        WORSE_POINTS,
      ),
    ],
    [
      'soreness-lasting',
      isWorse(
        split(said, ({ soreness }) => soreness ?? null),
        1,
        WORSE_POINTS,
      ),
    ],
    [
      'energy-falling',
      isWorse(
        split(said, ({ energy }) => energy ?? null),
        -1,
        WORSE_POINTS,
      ),
    ],
    ['monotony', loads.some((load) => load.day === yesterday && load.monotony !== null && load.monotony > MONOTONOUS)],
    ['performance-falling', isHarder(split(within(activities), effortAgainstHeart)) || barsSlow(said, recentFrom)],
  ];
  return found.flatMap(([sign, there]) => (there ? [sign] : []));
}

interface Stretch {
  readonly recent: readonly number[];
  readonly before: readonly number[];
}

/** What is recent beside what was usual before; null where either stretch has too few values. */
function compare({ recent, before }: Stretch) {
  if (recent.length < LEAST_RECENT || before.length < LEAST_BEFORE) return null;
  const [mean, sd, usual] = [computeMean(recent), computeSd(recent), estimateSpread(before, null, 0)];
  return mean === null || sd === null || usual?.sd == null ? null : { mean, sd, usual: { mean: usual.mean, sd: usual.sd } };
}

/** @param sign which direction is worse */
function isWorse(stretch: Stretch, sign: 1 | -1, least: number): boolean {
  const found = compare(stretch);
  return found !== null && sign * (found.mean - found.usual.mean) > Math.max(least, WORSE_SD * found.usual.sd);
}

function isErratic(stretch: Stretch): boolean {
  const found = compare(stretch);
  return found !== null && found.usual.sd > 0 && found.sd > ERRATIC * found.usual.sd;
}

/** Effort felt ÷ effort expected from the heart rate of the same session; null when either is missing. */
function effortAgainstHeart({ rpe, basis, score, movingTimeS }: ScoredActivity): number | null {
  return rpe === null || basis !== 'heart-rate' || score <= 0 ? null : effortScore(movingTimeS / 60, rpe) / score;
}

function isHarder({ recent, before }: Stretch): boolean {
  const [now, usual] = [computeMean(recent), computeMean(before)];
  if (now === null || usual === null || recent.length < LEAST_SESSIONS || before.length < LEAST_SESSIONS) return false;
  return now > HARDER * usual;
}

function barsSlow(checkIns: readonly DayCheckIn[], from: Day): boolean {
  const moved = checkIns.flatMap(({ day, bar }) => (day >= from && bar != null ? [bar] : []));
  const slow = moved.filter((bar) => bar === 'slower').length;
  return slow >= SLOWER_BARS && slow * 2 > moved.length;
}
