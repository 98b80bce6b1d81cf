import type { Day } from '../core/day';
import type { FormatId } from '../exchange/ids';
import type { DeviceClass } from '../hrv';
import type { ScoredActivity } from '../training';
import type { ContributorCode, Note, Position } from './causes';
import type { CheckIn, MaybeUnread } from './check-in';
import type { DayEvent } from './race-day';

export * from './causes';

/** Input and output of readiness. Days are `YYYY-MM-DD`, RMSSD in ms; every judgement uses ln(RMSSD). */

/** Classes of sensors, including histories without a sensor. */
export type SensorClass = DeviceClass | FormatId;

/** How a check was taken. Checks are compared only within the same series. */
export interface CheckSeries {
  readonly sensor: SensorClass;
  /** Which strap of that class; null when unknown. */
  readonly strap: string | null;
  readonly posture: 'lying' | 'sitting' | 'standing' | null;
  readonly breathing: 'free' | 'paced' | null;
}

export interface DayCheck {
  readonly day: Day;
  readonly lnRmssd: number;
  /** Mean heart rate of the check. */
  readonly hrBpm: number | null;
  /** Omitted: all checks belong to one series. */
  readonly series?: CheckSeries;
  /** Omitted: good. A fair recording counts half in the range. */
  readonly rating?: 'good' | 'fair';
  /** Minutes from waking to the check; null or omitted when unknown. */
  readonly afterWakingMin?: number | null;
  /** It was not a morning check: later than that, or after coffee or training. */
  readonly ruledOut?: true;
}

/** A morning's answers; missing ones were not given. `atMs`: when they were given, if known. */
export type DayCheckIn = Partial<CheckIn> & MaybeUnread & { readonly day: Day; readonly atMs?: number };

/** What a watch or ring says about the night before a day; null: not known. */
export interface DayNight {
  readonly day: Day;
  readonly respirationPerMin: number | null;
  readonly temperatureC: number | null;
  readonly sleepHours: number | null;
}

/** The offset from UTC in which something of a day was recorded, minutes. */
export interface DayZone {
  readonly day: Day;
  readonly offsetMin: number;
}

export type Verdict = 'push' | 'normal' | 'easy' | 'rest' | 'learning';
export type Confidence = 'low' | 'medium' | 'high';

/** A range with its middle; of ln(RMSSD) unless stated otherwise. */
export interface Band {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The deciding rule, with a name that the screen can explain. docs/readiness.md lists them in order. */
export const RULES = [
  'no-check',
  'learning',
  'unreadable',
  'late',
  'ill',
  'illness-start',
  'answers-unread',
  'injured',
  'after-illness',
  'after-long-effort',
  'very-sore',
  'bar-slower',
  'sore-after-strength',
  'fatigue-warning',
  'low-heart-rate',
  'short-sleep',
  'travelled',
  'little-training',
  'race-today',
  'race-tomorrow',
  'hard-since-check',
  'day-and-trend-low',
  'day-and-felt-low',
  'trend-and-felt-low',
  'felt-very-low',
  'day-low',
  'trend-low',
  'felt-low',
  'heart-rate-high',
  'muscles-outrank',
  'only-day-low',
  'only-trend-low',
  'day-high',
  'below-middle',
  'not-best',
  'in-range',
  'felt-usual',
  'felt-good',
] as const;
export type Rule = (typeof RULES)[number];

export const CONTRIBUTORS = [
  'hrv',
  'hrv-trend',
  'resting-hr',
  'sleep',
  'soreness',
  'energy',
  'mood',
  'stress',
  'illness',
  'injury',
  'load',
] as const;
export type ContributorName = (typeof CONTRIBUTORS)[number];

/** One part of the basis of the verdict. */
export interface Contributor {
  readonly name: ContributorName;
  readonly direction: 'up' | 'down' | 'neutral';
  /** −1 … 1; negative lowers the verdict. */
  readonly weight: number;
  readonly says: ContributorCode;
}

/** The smallest change of one figure that would have given a better verdict. */
export type Change =
  | { readonly name: 'hrv'; readonly aboveRmssdMs: number; readonly verdict: Verdict }
  | { readonly name: 'resting-hr'; readonly belowBpm: number; readonly verdict: Verdict }
  | { readonly name: 'soreness' | 'stress'; readonly atMost: number; readonly verdict: Verdict }
  | { readonly name: 'energy' | 'mood' | 'sleep'; readonly atLeast: number; readonly verdict: Verdict };

export type FatigueSign =
  | 'hrv-falling'
  | 'hrv-erratic'
  | 'resting-hr-rising'
  | 'resting-hr-very-low'
  | 'mood-falling'
  | 'sleep-falling'
  | 'soreness-lasting'
  | 'energy-falling'
  | 'monotony'
  | 'performance-falling';

export interface FatigueWatch {
  readonly level: 'none' | 'watch' | 'warn';
  readonly signs: readonly FatigueSign[];
}

export interface ReadinessInput {
  readonly day: Day;
  /** Valid checks, one a day (or two when two straps were worn), in any order; those outside the 60 days before are ignored. */
  readonly checks: readonly DayCheck[];
  /** Today's check; null when none can be read. */
  readonly today: DayCheck | null;
  /** There is a check today, but it cannot be read. */
  readonly unreadable?: boolean;
  /** Check-ins including today's, in any order. */
  readonly checkIns?: readonly DayCheckIn[];
  /** Activities of the last days, including today's. */
  readonly activities?: readonly ScoredActivity[];
  /** Fitness and fatigue before today. */
  readonly load?: { readonly ctl: number | null; readonly atl: number | null };
  readonly fatigue?: FatigueWatch;
  /** Nights as a watch or ring tells them, in any order. Omitted: none. */
  readonly nights?: readonly DayNight[];
  /** The time zones that days were recorded in, in any order. Omitted: unknown. */
  readonly zones?: readonly DayZone[];
  /** When the check was taken; activities from then on limit the rest of the day. Omitted: all of today's do. */
  readonly checkedAtMs?: number | null;
  /** Codes ticked in the health questions. Omitted: none. */
  readonly ticked?: readonly string[];
  /** Races and hard sessions entered ahead. Omitted: none. */
  readonly events?: readonly DayEvent[];
  /** Half the width of the day's range in SD: the user's choice, 1 by default. */
  readonly widthSd?: number;
}

/** The parts of a reading that its headline, reason and figures need. */
export type ShownReadiness = Pick<
  Readiness,
  | 'verdict'
  | 'rule'
  | 'confidence'
  | 'morning'
  | 'doneSince'
  | 'learned'
  | 'needed'
  | 'provisional'
  | 'days'
  | 'day'
  | 'hr'
  | 'newStrap'
  | 'contributors'
  | 'notes'
>;

export interface Readiness {
  /** For the rest of the day, including what was done since the check. */
  readonly verdict: Verdict;
  readonly rule: Rule;
  readonly confidence: Confidence;
  /** As judged in the morning; null when nothing has changed it since. */
  readonly morning: { readonly verdict: Verdict; readonly rule: Rule } | null;
  /** Load since the check; 0 without any. */
  readonly doneSince: number;
  /** Valid days in the last 14, including this one, and the number that learning needs. */
  readonly learned: number;
  readonly needed: number;
  /** Fewer than 28 valid days: the range is widened because its width is uncertain. */
  readonly provisional: boolean;
  /** Valid days in the baseline. */
  readonly days: number;
  readonly day: { readonly position: Position; readonly band: Band } | null;
  readonly trend: { readonly mean7: number; readonly position: Position; readonly band: Band } | null;
  /** The usual heart rate, mean ± 1 SD of the 60 days, in bpm. */
  readonly hr: Band | null;
  /** Coefficient of variation of ln(RMSSD) over the last 7 days, %. */
  readonly cvPct: number | null;
  /** The series continues from another strap: by this difference (ln), with this SD. */
  readonly bridged: { readonly offset: number; readonly sd: number } | null;
  /** Another strap contributes so much of the range that the difference between the two matters. */
  readonly newStrap: boolean;
  /** Strongest first. */
  readonly contributors: readonly Contributor[];
  /** What must be read with the verdict. */
  readonly notes: readonly Note[];
}
