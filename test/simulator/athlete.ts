import { addDays } from '../../lib/core/day';
import type { CheckSeries, DayCheck, DayCheckIn, Score } from '../../lib/readiness';
import { randomFrom } from '../support/rr-generator';

/**
 * Athletes of known state: two years of days with fatigue, illness, travel, a change of strap, missing days and bad recordings. Its
 * constants were set before the verdict's thresholds, and the verdict's code does not know them. Figures measured here describe this
 * simulator; they do not show how right the verdict is for people.
 */

export const DAYS = 730;
const FIRST_DAY = '2024-01-01';
export const CALENDAR: readonly string[] = Array.from({ length: DAYS }, (_, i) => addDays(FIRST_DAY, i));

/** Effect of fatigue: in SDs of the person's ln(RMSSD), bpm, and points of each answer, whose noise has an SD of 0.7. */
const FATIGUE = { lnRmssdSd: -0.8, hrBpm: 3, points: 0.7 } as const;
const ANSWER_NOISE_SD = 0.7;
const ILLNESS = { lnRmssdSd: -1.5, hrBpm: 7, points: 1.2, ticked: 0.8 } as const;
const TRAVEL = { lnRmssdSd: -0.5, hrBpm: 1, sleepPoints: 1 } as const;
/** Chance per day that a spell begins, and its shortest and longest length in days. */
const STRETCHES = {
  fatigued: { chance: 1 / 50, days: [2, 10] },
  ill: { chance: 1 / 180, days: [3, 7] },
  travelling: { chance: 1 / 60, days: [1, 4] },
} as const;
/** Shares of mornings without a check, without answers, and with a bad recording that is rated fair. */
const MISSING = { check: 0.15, answers: 0.2, badRecording: 0.02 } as const;
const BAD_RECORDING_LN = 0.6;
/** How far a new strap of the same class may differ from the old one: uniform up to this (ln). */
const STRAP_OFFSET_LN = 0.1;
/** Share of a morning's deviation that remains on the next one (HRV and heart rate), and how strongly the two correlate. */
const CARRIED = 0.25;
const HRV_WITH_HR = -0.4;

export type State = 'fresh' | 'fatigued' | 'ill' | 'travelling';

export interface Athlete {
  readonly states: readonly State[];
  /** By day; null where there was none. */
  readonly checks: readonly (DayCheck | null)[];
  /** The same mornings without the change of strap. */
  readonly unchanged: readonly (DayCheck | null)[];
  readonly checkIns: readonly (DayCheckIn | null)[];
  readonly strapChangedOn: number;
}

export function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export function anAthlete(seed: number): Athlete {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const states = simulateStates(random);
  const person = {
    ln: between(3.4, 4.6),
    lnSd: between(0.1, 0.25),
    hr: between(42, 62),
    hrSd: between(2, 3.5),
    season: between(0, 0.1),
    phase: between(0, 2 * Math.PI),
    // Sleep, energy, mood (higher is better); soreness, stress (lower is better).
    answers: [between(3, 4), between(3, 4), between(3, 4), between(1.8, 2.6), between(1.8, 2.6)] as const,
  };
  const strapChangedOn = Math.floor(between(150, DAYS - 60));
  const offset = between(-STRAP_OFFSET_LN, STRAP_OFFSET_LN);
  const checks: (DayCheck | null)[] = [];
  const unchanged: (DayCheck | null)[] = [];
  const checkIns: (DayCheckIn | null)[] = [];
  let [hrvNoise, hrNoise] = [0, 0];
  for (let i = 0; i < DAYS; i++) {
    const state = states[i] ?? 'fresh';
    const day = CALENDAR[i] ?? '';
    const fresh = Math.sqrt(1 - CARRIED ** 2);
    const shared = gaussian(random);
    hrvNoise = CARRIED * hrvNoise + fresh * shared;
    hrNoise = CARRIED * hrNoise + fresh * (HRV_WITH_HR * shared + Math.sqrt(1 - HRV_WITH_HR ** 2) * gaussian(random));
    const bad = random() < MISSING.badRecording;
    const error = bad ? between(-BAD_RECORDING_LN, BAD_RECORDING_LN) : 0;
    const missing = random() < MISSING.check;
    const ln =
      person.ln +
      person.season * Math.sin((2 * Math.PI * i) / 365 + person.phase) +
      person.lnSd * (hrvNoise + shift(state, 'lnRmssdSd')) +
      error;
    const hrBpm = person.hr + person.hrSd * hrNoise + shift(state, 'hrBpm');
    const check = (strap: string, more: number): DayCheck => ({
      day,
      lnRmssd: ln + more,
      hrBpm,
      rating: bad ? 'fair' : 'good',
      series: strap === 'a' ? STRAP_A : STRAP_B,
    });
    unchanged.push(missing ? null : check('a', 0));
    checks.push(missing ? null : i < strapChangedOn ? check('a', 0) : check('b', offset));
    const answers = simulateAnswers(state, person.answers, random);
    checkIns.push(random() < MISSING.answers ? null : { day, ...answers });
  }
  return { states, checks, unchanged, checkIns, strapChangedOn };
}

const STRAP_A: CheckSeries = { sensor: 'chest', strap: 'a', posture: 'lying', breathing: 'free' };
const STRAP_B: CheckSeries = { ...STRAP_A, strap: 'b' };

function shift(state: State, of: 'lnRmssdSd' | 'hrBpm'): number {
  return state === 'fatigued' ? FATIGUE[of] : state === 'ill' ? ILLNESS[of] : state === 'travelling' ? TRAVEL[of] : 0;
}

function simulateStates(random: () => number): State[] {
  const states: State[] = Array.from({ length: DAYS }, () => 'fresh');
  for (const state of ['travelling', 'fatigued', 'ill'] as const) {
    const { chance, days } = STRETCHES[state];
    for (let i = 0; i < DAYS; i++) {
      if (random() >= chance) continue;
      const length = days[0] + Math.floor(random() * (days[1] - days[0] + 1));
      for (let k = i; k < Math.min(DAYS, i + length); k++) states[k] = state;
      i += length;
    }
  }
  return states;
}

function simulateAnswers(state: State, usual: readonly [number, number, number, number, number], random: () => number) {
  const worse = state === 'fatigued' ? FATIGUE.points : state === 'ill' ? ILLNESS.points : 0;
  const answer = (i: number, sign: 1 | -1, more = 0) =>
    scored((usual[i] ?? 3) - sign * (worse + more) + ANSWER_NOISE_SD * gaussian(random));
  return {
    sleepQuality: answer(0, 1, state === 'travelling' ? TRAVEL.sleepPoints : 0),
    energy: answer(1, 1),
    mood: answer(2, 1),
    soreness: answer(3, -1),
    stress: answer(4, -1),
    ill: state === 'ill' && random() < ILLNESS.ticked,
    injured: false,
  };
}

function scored(value: number): Score {
  return Math.min(5, Math.max(1, Math.round(value))) as Score;
}
