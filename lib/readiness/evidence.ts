import { computeMean } from '../core/statistics';
import type { Baseline } from './baseline';
import { computeCvPct, enters, LEARNING_NEEDS, positionIn } from './baseline';
import { DOUBT } from './bridge';
import type { Felt } from './felt';
import { judgeAnswers, type UsualFelt } from './felt';
import { type DayHealth, judgeHealth } from './health';
import { findMuscles, type Muscles } from './muscles';
import { findRace } from './race-day';
import { doneSince } from './since-check';
import type { DayCheck, DayCheckIn, Position, ReadinessInput } from './types';

/** Everything that a verdict is decided from, in SDs from usual; negative is worse. */
export interface Evidence {
  /** Null without a readable check today, or while learning. */
  readonly hrv: {
    readonly z: number;
    /** The same, but for a low value only as low as is certain, without the uncertainty of another strap's range. */
    readonly sureZ: number;
    readonly position: Position;
  } | null;
  readonly trend: {
    readonly z: number;
    readonly mean7: number;
    readonly position: Position;
    /** The week before is low even without today: one morning far outside lowers the mean by itself. */
    readonly lowWithoutToday: boolean;
  } | null;
  readonly hr: { readonly z: number; readonly position: Position } | null;
  readonly felt: Felt | null;
  readonly load: { readonly z: number; readonly ctl: number; readonly atl: number } | null;
  readonly health: DayHealth;
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

/** @param today the check to judge: today's, or a changed one */
export function weighEvidence(
  input: ReadinessInput,
  today: DayCheck | null,
  checkIn: DayCheckIn | undefined,
  baseline: Baseline,
  usual: UsualFelt,
): Evidence {
  const valid = today !== null && enters(today) ? today : null;
  const learned = baseline.last13 + (valid === null ? 0 : 1);
  const activities = input.activities ?? [];
  return {
    ...hrvEvidence(valid, baseline, learned),
    felt: judgeAnswers(checkIn, usual),
    load: loadEvidence(input.load),
    health: judgeHealth(input.ticked ?? [], checkIn),
    race: findRace(input.events ?? [], input.day),
    muscles: findMuscles(checkIn, activities, input.day),
    warned: input.fatigue?.level === 'warn',
    since: doneSince(activities, input.day, input.checkedAtMs ?? null, input.load?.ctl ?? null),
    learned,
    cvPct: computeCvPct(valid === null ? baseline.week : [...baseline.week, valid.lnRmssd]),
  };
}

function hrvEvidence(
  today: DayCheck | null,
  { lnRmssd, hr, week, doubtSd }: Baseline,
  learned: number,
): Pick<Evidence, 'hrv' | 'trend' | 'hr'> {
  if (today === null || lnRmssd === null || learned < LEARNING_NEEDS) return { hrv: null, trend: null, hr: null };
  const mean7 = computeMean([...week, today.lnRmssd]) ?? today.lnRmssd;
  const others = computeMean(week);
  const away = today.lnRmssd - lnRmssd.mean;
  const sure = away < 0 ? Math.min(0, away + DOUBT * doubtSd) : away;
  return {
    hrv: { z: away / lnRmssd.sd, sureZ: sure / lnRmssd.sd, position: positionIn(lnRmssd.day, today.lnRmssd) },
    trend: {
      z: (mean7 - lnRmssd.mean) / lnRmssd.sd,
      mean7,
      position: positionIn(lnRmssd.trend, mean7),
      lowWithoutToday: others !== null && positionIn(lnRmssd.trend, others) === 'below',
    },
    hr: hr === null || today.hrBpm === null ? null : { z: (hr.mean - today.hrBpm) / hr.sd, position: positionIn(hr.band, today.hrBpm) },
  };
}

function loadEvidence(load: ReadinessInput['load']): Evidence['load'] {
  const [ctl, atl] = [load?.ctl ?? null, load?.atl ?? null];
  if (ctl === null || atl === null) return null;
  return { z: (ctl - atl) / Math.max(LEAST_CTL, ctl) / LOAD_SD, ctl, atl };
}
