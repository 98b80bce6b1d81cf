import { addDays } from '../core/day';
import { computeMean, computeSd } from '../core/statistics';
import type { ScoredActivity } from '../training';
import type { Baseline } from './baseline';
import { BASELINE_DAYS, computeCvPct, computeRobustMean, enters, LEARNING_NEEDS } from './baseline';
import { type Disturbances, findDisturbances } from './disturbances';
import type { Felt } from './felt';
import { judgeAnswers, type UsualFelt } from './felt';
import { type DayHealth, judgeHealth } from './health';
import { findReturn, judgeNight, looksLikeIllness } from './illness';
import { findLongEffort, type LongEffort } from './long-effort';
import { findMuscles, type Muscles } from './muscles';
import { feelsHarder } from './performance';
import { findRace } from './race-day';
import { placeBpm, placeLn } from './shown';
import { doneSince } from './since-check';
import { findShortSleep } from './sleep-floor';
import type { DayCheck, DayCheckIn, Position, ReadinessInput, Return, ShortSleep } from './types';

/** Everything that a verdict is decided from, in SDs from usual; negative is worse. */
export interface Evidence {
  /** Null without a readable check today, or while learning. `z`: in half-widths of the day's range. */
  readonly hrv: { readonly z: number; readonly position: Position } | null;
  /** The 7-day mean. `z`: in half-widths of its range. */
  readonly trend: {
    readonly z: number;
    readonly mean7: number;
    readonly position: Position;
    /** The week before is low even without today. */
    readonly lowWithoutToday: boolean;
  } | null;
  /** The mean of the six days before, in SDs of such means. */
  readonly week: { readonly z: number } | null;
  readonly hr: { readonly z: number; readonly position: Position } | null;
  readonly weekHr: { readonly z: number } | null;
  /** The correlation of HRV and heart rate in this person. */
  readonly together: number;
  /** The heart rate is far below usual beside an odd HRV; `worse`: and the same work feels harder, or the answers are worse. */
  readonly lowHeart: { readonly worse: boolean } | null;
  readonly felt: Felt | null;
  readonly load: { readonly z: number; readonly ctl: number; readonly atl: number } | null;
  /** There was hardly any training lately: nothing to recover from. `weeks`: none for four weeks and more. */
  readonly untrained: { readonly weeks: boolean } | null;
  readonly health: DayHealth;
  readonly illnessStarts: boolean;
  readonly returning: Return | null;
  readonly shortSleep: ShortSleep | null;
  readonly longEffort: LongEffort | null;
  readonly disturbances: Disturbances;
  readonly race: 'today' | 'tomorrow' | null;
  readonly muscles: Muscles;
  readonly warned: boolean;
  readonly since: { readonly score: number; readonly hard: boolean };
  readonly learned: number;
  readonly cvPct: number | null;
}

/** Fatigue above fitness that counts as one SD: ATL exceeds CTL by a quarter of it. Ours. */
const LOAD_SD = 0.25;
/** With a smaller fitness, the ratio means nothing. Ours. */
const LEAST_CTL = 10;
/** Fatigue below this share of fitness: about a week without training. Ours. */
const UNTRAINED = 0.35;
/** Days without training from which fitness is being lost (Mujika and Padilla 2000, Sports Med 30:79: four weeks). */
const WEEKS_OFF_DAYS = 28;
/** Successive mornings are similar, so the mean of six varies more than that of six independent ones: variance × this. Ours. */
const SERIAL = 2;
/** Mornings of the week before that its mean needs. Ours. */
const LEAST_WEEK = 3;
/** A heart rate this far below usual, this morning and over the week, in SDs; a week whose HRV is this much higher or more spread. Ours. */
const LOW_HEART = { hr: 1.5, week: 0.8, high: 0.5, spread: 1.5, felt: -0.6 } as const;

/** @param today the check to judge: today's, or a changed one */
export function weighEvidence(
  input: ReadinessInput,
  today: DayCheck | null,
  checkIn: DayCheckIn | undefined,
  baseline: Baseline,
  usual: UsualFelt,
): Evidence {
  const { day, nights = [], zones = [], activities = [], events = [] } = input;
  const checkIns = withToday(input, checkIn);
  const valid = today !== null && enters(today) ? today : null;
  const learned = baseline.last13 + (valid === null ? 0 : 1);
  const heart = heartEvidence(valid, baseline, learned);
  const felt = judgeAnswers(checkIn, usual);
  const disturbances = findDisturbances(checkIns, zones, day);
  return {
    ...heart,
    together: baseline.together,
    lowHeart: findLowHeart(heart, valid, baseline, felt, activities, day),
    felt,
    load: loadEvidence(input.load),
    untrained: findUntrained(input),
    health: judgeHealth(input.ticked ?? [], checkIn),
    illnessStarts: isExplained(disturbances) ? false : startsIllness(heart, felt, input),
    returning: findReturn(checkIns, day),
    shortSleep: findShortSleep(day, checkIns, nights),
    longEffort: findLongEffort(activities, events, day),
    disturbances,
    race: findRace(events, day),
    muscles: findMuscles(checkIn, activities, day),
    warned: input.fatigue?.level === 'warn',
    since: doneSince(activities, day, input.checkedAtMs ?? null, input.load?.ctl ?? null),
    learned,
    cvPct: computeCvPct(valid === null ? baseline.week : [...baseline.week, valid.lnRmssd]),
  };
}

/** The check-ins with the answers that are judged as today's. */
function withToday({ checkIns = [], day }: ReadinessInput, today: DayCheckIn | undefined): readonly DayCheckIn[] {
  const others = checkIns.filter((one) => one.day !== day);
  return today === undefined ? others : [...others, today];
}

function isExplained({ travelled, altitude, alcohol }: Disturbances): boolean {
  return travelled !== null || altitude || alcohol;
}

type Heart = Pick<Evidence, 'hrv' | 'trend' | 'week' | 'hr' | 'weekHr'>;
const NO_HEART: Heart = { hrv: null, trend: null, week: null, hr: null, weekHr: null };

function heartEvidence(today: DayCheck | null, baseline: Baseline, learned: number): Heart {
  const { lnRmssd, hr, week, weekHr, days } = baseline;
  if (today === null || lnRmssd === null || learned < LEARNING_NEEDS) return NO_HEART;
  const { day, trend } = lnRmssd;
  const mean7 = computeRobustMean([...week, today.lnRmssd], day) ?? today.lnRmssd;
  const others = computeRobustMean(week, day);
  return {
    hrv: { z: (today.lnRmssd - day.mean) / (day.high - day.mean), position: placeLn(day, today.lnRmssd) },
    trend: {
      z: (mean7 - trend.mean) / (trend.high - trend.mean),
      mean7,
      position: placeLn(trend, mean7),
      lowWithoutToday: others !== null && placeLn(trend, others) === 'below',
    },
    week: weekEvidence(week, lnRmssd.sd, day, days, 1),
    hr:
      hr === null || today.hrBpm === null
        ? null
        : { z: (hr.mean - today.hrBpm) / (hr.band.high - hr.mean), position: placeBpm(hr.band, today.hrBpm) },
    weekHr: hr === null ? null : weekEvidence(weekHr, hr.sd, hr.band, days, -1),
  };
}

/**
 * The robust mean of a week in SDs of such means. A normal value that is cut off at ± c SD has an SD of about √(1 − e^(−0.72·c²)): 0.72 at c = 1.
 * @param sign which direction is better
 */
function weekEvidence(week: readonly number[], sd: number, band: DayBand, days: number, sign: 1 | -1): Evidence['week'] {
  const mean = computeRobustMean(week, band);
  if (mean === null || week.length < LEAST_WEEK) return null;
  const half = band.high - band.mean;
  const cut = Math.sqrt(1 - Math.exp(-0.72 * (half / sd) ** 2));
  const varies = Math.max(sd, half) * cut * Math.sqrt(SERIAL / week.length + 1 / days);
  return { z: (sign * (mean - band.mean)) / varies };
}
type DayBand = NonNullable<Baseline['lnRmssd']>['day'];

/** Parasympathetic overreaching (Le Meur 2013, Bellenger 2016): a heart rate far below usual beside an HRV that is high or swings. */
function findLowHeart(
  { hrv, hr }: Heart,
  today: DayCheck | null,
  { lnRmssd, hr: usualHr, week, weekHr }: Baseline,
  felt: Felt | null,
  activities: readonly ScoredActivity[],
  day: string,
): Evidence['lowHeart'] {
  if (today === null || hrv === null || hr === null || lnRmssd === null || usualHr === null || today.hrBpm === null) return null;
  const [mean, spread] = [computeMean([...week, today.lnRmssd]) ?? 0, computeSd([...week, today.lnRmssd]) ?? 0];
  const odd = mean > lnRmssd.mean + LOW_HEART.high * lnRmssd.sd || spread > LOW_HEART.spread * lnRmssd.sd;
  const rate = computeRobustMean([...weekHr, today.hrBpm], usualHr.band) ?? today.hrBpm;
  const weekLow = weekHr.length >= LEAST_WEEK && rate < usualHr.mean - LOW_HEART.week * usualHr.sd;
  const lowNow = hr.z >= LOW_HEART.hr;
  if (!((lowNow || weekLow) && (odd || hrv.position === 'above'))) return null;
  const harder = feelsHarder(activities, day, BASELINE_DAYS);
  return { worse: weekLow && odd && (harder || (felt !== null && felt.z <= LOW_HEART.felt)) };
}

function startsIllness({ hrv, hr }: Heart, felt: Felt | null, { nights = [], day }: ReadinessInput): boolean {
  return hrv !== null && hr !== null && looksLikeIllness(hrv.z, hr.z, felt?.z ?? null, judgeNight(nights, day));
}

function loadEvidence(load: ReadinessInput['load']): Evidence['load'] {
  const [ctl, atl] = [load?.ctl ?? null, load?.atl ?? null];
  if (ctl === null || atl === null) return null;
  return { z: (ctl - atl) / Math.max(LEAST_CTL, ctl) / LOAD_SD, ctl, atl };
}

/** Null as well where nothing is known of training: then nobody can say that there was none. */
function findUntrained({ load, activities = [], day }: ReadinessInput): Evidence['untrained'] {
  const [ctl, atl] = [load?.ctl ?? null, load?.atl ?? null];
  if (ctl === null || atl === null || atl >= UNTRAINED * ctl) return null;
  const from = addDays(day, -WEEKS_OFF_DAYS);
  return { weeks: !activities.some((one) => one.day >= from && one.day <= day) };
}
