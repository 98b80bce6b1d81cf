import { addDays, type Day } from '../../../lib/core/day';
import type { DayCheck, DayCheckIn, Score } from '../../../lib/readiness';
import { type DayLoad, effortScore, fillLoadDays, type ScoredActivity } from '../../../lib/training';
import { randomFrom } from '../../support/rr-generator';
import { gaussian } from '../athlete';
import type { Effect, Story } from './stories';

/** A person's mornings and training before and during a story. Figures describe this simulator, not people. */

/** Ordinary days before the story. */
export const BEFORE_DAYS = 90;
const FIRST_DAY = '2025-01-06';
/** Shares of mornings without a check, and without answers. */
const MISSING = 0.08;
const ANSWER_NOISE = 0.6;
/** Training of a week, from Monday: minutes and load per hour. */
const WEEK = [
  [75, 85],
  [45, 55],
  [0, 0],
  [60, 85],
  [45, 55],
  [110, 60],
  [0, 0],
] as const;

/** A night as a watch or ring tells it. */
export interface Night {
  readonly day: Day;
  readonly respirationPerMin: number;
  readonly sleepHours: null;
  readonly temperatureC: number;
}

export interface Told {
  readonly days: readonly Day[];
  readonly checks: readonly (DayCheck | null)[];
  readonly checkIns: readonly (DayCheckIn | null)[];
  readonly nights: readonly Night[];
  /** The time zones of the days, which the user's machine knows. */
  readonly zones: readonly { readonly day: Day; readonly offsetMin: number }[];
  readonly activities: readonly ScoredActivity[];
  readonly loads: readonly DayLoad[];
}

export function live(story: Story, seed: number): Told {
  const random = randomFrom(seed * 7919 + story.name.length);
  const between = (low: number, high: number) => low + (high - low) * random();
  const who = {
    ln: between(3.4, 4.6),
    lnSd: between(0.1, 0.22),
    hr: between(44, 62),
    hrSd: between(1.8, 3.2),
    together: between(-0.75, -0.35),
    carried: between(0.1, 0.35),
    breaths: between(12, 17),
    answers: {
      sleep: between(3, 4.2),
      energy: between(3, 4),
      mood: between(3.2, 4.2),
      soreness: between(1.6, 2.6),
      stress: between(1.6, 2.6),
    },
    hours: between(6.9, 8),
    minutes: between(0.8, 1.3),
  };
  const count = BEFORE_DAYS + story.days;
  const days = Array.from({ length: count }, (_, i) => addDays(FIRST_DAY, i));
  const checks: (DayCheck | null)[] = [];
  const checkIns: (DayCheckIn | null)[] = [];
  const nights: Night[] = [];
  const activities: ScoredActivity[] = [];
  let [hrv, hr, feltNoise] = [0, 0, 0];
  const fresh = Math.sqrt(1 - who.carried ** 2);
  days.forEach((day, i) => {
    const effect: Effect = i < BEFORE_DAYS ? {} : story.on(i - BEFORE_DAYS).effect;
    const shared = gaussian(random);
    hrv = who.carried * hrv + fresh * shared;
    hr = who.carried * hr + fresh * (who.together * shared + Math.sqrt(1 - who.together ** 2) * gaussian(random));
    feltNoise = 0.3 * feltNoise + 0.35 * gaussian(random);
    const lnRmssd = who.ln + who.lnSd * ((effect.swing ?? 1) * hrv + (effect.hrv ?? 0));
    const hrBpm = Math.round(10 * (who.hr + who.hrSd * (hr + (effect.hr ?? 0)))) / 10;
    checks.push(random() < MISSING ? null : { day, lnRmssd, hrBpm });
    const felt = (worse: number) => (effect.felt ?? 0) + worse + feltNoise;
    const answer = (usual: number, sign: 1 | -1, worse: number) =>
      Math.min(5, Math.max(1, Math.round(usual - sign * felt(worse) + ANSWER_NOISE * gaussian(random)))) as Score;
    const answers = {
      day,
      sleepQuality: answer(who.answers.sleep, 1, effect.sleep ?? 0),
      energy: answer(who.answers.energy, 1, effect.energy ?? 0),
      mood: answer(who.answers.mood, 1, effect.mood ?? 0),
      soreness: Math.min(4, answer(who.answers.soreness, -1, effect.soreness ?? 0)) as Score,
      stress: answer(who.answers.stress, -1, effect.stress ?? 0),
      sleepHours: Math.round(2 * (who.hours + 0.6 * gaussian(random) + (effect.hours ?? 0))) / 2,
      ill: effect.ill === true,
      tags: effect.tags ?? [],
    };
    // Who is ill, or has something to tell, tells it.
    checkIns.push(random() < MISSING && effect.ill !== true && effect.tags === undefined ? null : answers);
    nights.push({
      day,
      sleepHours: null,
      respirationPerMin: who.breaths + 0.5 * (gaussian(random) + (effect.breaths ?? 0)),
      temperatureC: 35.5 + 0.15 * gaussian(random) + (effect.temperatureC ?? 0),
    });
    activities.push(
      ...train(day, i, who.minutes * (effect.load ?? 1) * between(0.85, 1.15), (effect.effort ?? 0) + 0.5 * gaussian(random)),
    );
  });
  const [from, to] = [days[0] ?? '', days.at(-1) ?? ''];
  const zones = days.map((day, i) => ({ day, offsetMin: 60 * (i < BEFORE_DAYS ? 0 : (story.hoursEast ?? 0)) }));
  return {
    days,
    checks,
    checkIns,
    nights,
    zones,
    activities,
    loads: fillLoadDays(activities, { from, to, known: to, trainedBefore: null }),
  };
}

function train(day: Day, i: number, factor: number, harder: number): ScoredActivity[] {
  const [usual, perHour] = WEEK[i % 7] ?? [0, 0];
  const minutes = Math.round(usual * factor);
  if (minutes < 10) return [];
  const score = (minutes / 60) * perHour;
  // The effort that would give the same load, and what is felt beyond it.
  const rpe = Math.min(10, Math.max(1, Math.round(score / effortScore(minutes, 1) + harder)));
  return [
    {
      sport: 'run',
      day,
      startMs: Date.parse(`${day}T17:00:00Z`),
      movingTimeS: minutes * 60,
      avgHrBpm: 140,
      rpe,
      kind: null,
      regions: [],
      score,
      basis: 'heart-rate',
    },
  ];
}
