import { addDays, type Day } from '../core/day';
import { type DayCheck, type DayCheckIn, findSorest } from '../readiness';
import type { DayLoad, ScoredActivity } from '../training';
import { dayGrid, heartSeries, loadSeries } from './series';

/** A week as it was, for somebody who coaches: raw values and what they are compared with, day by day; no verdict. Pure. */

export const COACH_DAYS = 7;

/** Something of the diary or of the plan: what, how long, what became of it. */
export interface CoachSession {
  readonly day: Day;
  readonly modality: string;
  readonly minutes: number;
  readonly outcome: 'done' | 'stopped' | 'skipped';
  /** The user's own, for what was skipped. */
  readonly reason: string | null;
}

export interface CoachDay {
  readonly day: Day;
  /** Null: no readable morning check. */
  readonly rmssdMs: number | null;
  readonly lnRmssd: number | null;
  readonly hrBpm: number | null;
  /** Of the 7 days up to this one; the coefficient of variation of ln(RMSSD) in %. */
  readonly lnMean7: number | null;
  readonly hrMean7: number | null;
  readonly cvPct: number | null;
  readonly load: number | null;
  /** What was said in the morning; null: nothing. */
  readonly said: {
    readonly sleepHours: number | null;
    readonly sleepQuality: number | null;
    readonly energy: number | null;
    readonly mood: number | null;
    readonly stress: number | null;
    readonly soreness: number | null;
    readonly ill: boolean;
    readonly injured: boolean;
  } | null;
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  readonly trained: readonly ScoredActivity[];
  readonly sessions: readonly CoachSession[];
}

export interface CoachWeek {
  readonly from: Day;
  readonly to: Day;
  readonly days: readonly CoachDay[];
  /** Days without a readable check, of those that are over or have one. */
  readonly missing: readonly Day[];
  /** Sum of the days' loads; null before the first activity. */
  readonly load: number | null;
}

export interface CoachWeekInput {
  /** The last day of the week, and today: of what is yet to come nothing is missing. */
  readonly to: Day;
  readonly today: Day;
  /** Oldest first, those of the 6 days before the week as well; for each day the one that counts. */
  readonly checks: readonly DayCheck[];
  readonly checkIns: readonly DayCheckIn[];
  /** Tags and notes of the checks themselves. */
  readonly remarks: readonly { readonly day: Day; readonly tags: readonly string[]; readonly note: string }[];
  readonly loads: readonly DayLoad[];
  readonly activities: readonly ScoredActivity[];
  readonly sessions: readonly CoachSession[];
}

/** The seven days up to `to`. */
export function coachWeek({ to, today, checks, checkIns, remarks, loads, activities, sessions }: CoachWeekInput): CoachWeek {
  const from = addDays(to, 1 - COACH_DAYS);
  const days = dayGrid(from, to);
  const heart = heartSeries(checks, days, 1);
  const load = loadSeries(loads, days).score;
  const rows = days.map((day, i): CoachDay => {
    const said = checkIns.find((one) => one.day === day);
    const words = [...remarks.filter((one) => one.day === day), { tags: said?.tags ?? [], note: said?.note ?? '' }];
    const ln = heart.ln[i] ?? null;
    return {
      day,
      rmssdMs: ln === null ? null : Math.exp(ln),
      lnRmssd: ln,
      hrBpm: heart.hr[i] ?? null,
      lnMean7: heart.lnMean7[i] ?? null,
      hrMean7: heart.hrMean7[i] ?? null,
      cvPct: heart.cvPct[i] ?? null,
      load: load[i] ?? null,
      said: said === undefined ? null : answers(said),
      tags: [...new Set(words.flatMap(({ tags }) => tags))],
      notes: words.flatMap(({ note }) => (note.trim() === '' ? [] : [note.trim()])),
      trained: activities.filter((one) => one.day === day),
      sessions: sessions.filter((one) => one.day === day),
    };
  });
  const known = rows.flatMap((row) => row.load ?? []);
  return {
    from,
    to,
    days: rows,
    missing: rows.filter(({ day, rmssdMs }) => rmssdMs === null && day <= today).map(({ day }) => day),
    load: known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0),
  };
}

function answers(said: DayCheckIn): NonNullable<CoachDay['said']> {
  const { sleepHours = null, sleepQuality = null, energy = null, mood = null, stress = null, ill = false, injured = false } = said;
  return { sleepHours, sleepQuality, energy, mood, stress, soreness: findSorest(said), ill, injured };
}
