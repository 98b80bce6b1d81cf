import type { Equipment, HealthState, Modality, TreatmentClass } from '../../catalogue';
import type { Day } from '../../core/day';
import type { Verdict } from '../../readiness';
import type { Activity, PlannedSession, Region } from '../../training';
import type { ConflictReason } from '../conflict-words';
import type { OwnShape } from '../own-shape';

/** Everything that a plan depends on. Plain JSON: instants are epoch ms, times of day are `HH:MM` in `timeZone`. */

export const GOALS = ['endurance', 'size', 'strength', 'health'] as const;
export type Goal = (typeof GOALS)[number];
export const PHASES = ['base', 'heavy', 'taper', 'race', 'off'] as const;
export type Phase = (typeof PHASES)[number];

/** The user's answer that a session stays although the day should not hold it, for this reason. Another reason is asked again. */
interface Kept {
  readonly kept?: ConflictReason | null | undefined;
}

export interface PlannedEvent extends Kept {
  readonly kind: 'race' | 'hard-session';
  readonly atMs: number;
}

/** A finished item: done, or skipped with the user's reason if they gave one. */
export interface LogEntry {
  /** The item's id; null if it was done without a plan. */
  readonly id: string | null;
  readonly modality: Modality;
  readonly startMs: number;
  readonly minutes: number;
  readonly outcome: 'done' | 'skipped';
  readonly reason: string | null;
}

export interface Situation {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly wake: string | null;
  readonly bed: string | null;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  /** Null if not said. Then cold is kept away from strength work as if the goal were size. */
  readonly goal: Goal | null;
  readonly phase: Phase | null;
  /** A block of training for size or strength, whatever the goal. */
  readonly block: 'size' | 'strength' | null;
  readonly events: readonly PlannedEvent[];
  readonly equipment: readonly Equipment[];
  readonly health: HealthState;
  /** Why the screening must be answered first; null while it is valid. */
  readonly screeningDue: string | null;
  /** Minutes per local day. */
  readonly timeBudgetMin: number;
  /** Without those that the user dropped. */
  readonly planned: readonly (PlannedSession & Kept)[];
  /** Activities of the last days; the rest day needs eight of them. `score`: one hour at threshold = 100. */
  readonly activities: readonly (Activity & { readonly score?: number })[];
  readonly massKg: number | null;
  /** Age in years; null: not said. */
  readonly ageYears: number | null;
  /** The verdict of the day, in which illness, injury, fatigue and races already count: no rule of the plan changes it. */
  readonly verdict: Verdict;
  /** 1 to 5; 5 is the most. */
  readonly soreness: number | null;
  readonly sore: readonly { readonly region: Region; readonly level: number }[];
  readonly stress: number | null;
  /** The user's usual soreness; null until it is known. Soreness counts only above it. */
  readonly usualSoreness: number | null;
  /** Hours slept last night. */
  readonly sleepHours: number | null;
  /** The days of easing back after an illness: today is day `day` of `of`; null: the user was not ill lately. */
  readonly returning: { readonly day: number; readonly of: number } | null;
  /** The user crossed time zones yesterday or today. */
  readonly travelled: boolean;
  /** How often the user has ever done whole-body cold; null if nobody counted. */
  readonly plunges: number | null;
  /** How often the user has ever been in a sauna; null if nobody counted. */
  readonly saunas: number | null;
  /** The user allows cold after strength work, because tomorrow's competition matters more. */
  readonly coldWaived: boolean;
  /** Whether the user drank alcohol today, or is dehydrated. */
  readonly alcohol: boolean;
  readonly dehydrated: boolean;
  /** Supplements that the user chose for the plan. */
  readonly supplements: readonly Modality[];
  /** Air temperature during sessions, °C. */
  readonly airC: number | null;
  /** Fluid lost in the last session, ml, from weighing. */
  readonly fluidLossMl: number | null;
  /** The user's sleep target in hours a night; limited to 7–9. */
  readonly sleepTargetH: number | null;
  readonly log: readonly LogEntry[];
  /** The times that the user moved items to. */
  readonly moved: readonly { readonly id: string; readonly startMs: number }[];
  /** The previous plan: its items stay at their times while the routine still has them and no rule forbids it. */
  readonly previous: readonly { readonly id: string; readonly startMs: number; readonly doseId: string }[];
  /** The user's own routines. */
  readonly ownRoutines: readonly OwnShape[];
  /** Days on which an own routine is left out, because the coin of a test said so. */
  readonly withoutOwn: readonly { readonly id: string; readonly day: Day }[];
  /** Devices at hand. */
  readonly devices: readonly { readonly id: string; readonly class: TreatmentClass }[];
}

const UNSAID: Omit<Situation, 'nowMs'> = {
  timeZone: 'UTC',
  wake: null,
  bed: null,
  quietFrom: null,
  quietTo: null,
  goal: null,
  phase: null,
  block: null,
  events: [],
  equipment: [],
  health: { ticked: [], ill: false, injured: false, pain: [] },
  screeningDue: null,
  timeBudgetMin: 60,
  planned: [],
  activities: [],
  massKg: null,
  ageYears: null,
  verdict: 'learning',
  soreness: null,
  sore: [],
  stress: null,
  usualSoreness: null,
  sleepHours: null,
  returning: null,
  travelled: false,
  plunges: null,
  saunas: null,
  coldWaived: false,
  alcohol: false,
  dehydrated: false,
  supplements: [],
  airC: null,
  fluidLossMl: null,
  sleepTargetH: null,
  log: [],
  moved: [],
  previous: [],
  ownRoutines: [],
  withoutOwn: [],
  devices: [],
};

/** Completes a situation: what is not given is "not said", and the time budget is an hour a day. */
export function completeSituation(known: Partial<Situation> & Pick<Situation, 'nowMs'>): Situation {
  return { ...UNSAID, ...known };
}
