import type { Modality } from '../screening';
import type { LiteratureSource, Seed, Whose } from './sources';
import type { Step } from './steps';

/** How one modality is described. Words are codes; figures carry their unit in the name. */

export const EQUIPMENT = [
  'foam-roller',
  'massage-stick',
  'massage-gun',
  'compression-boots',
  'compression-garment',
  'tape',
  'cold-bath',
  'cryo-chamber',
  'ice-pack',
  'sauna',
  'infrared-sauna',
  'red-light',
  'pemf',
  'warm-bath',
  'walking-pad',
  'treadmill',
  'stepper',
  'elliptical',
  'bike',
  'desk-bike',
] as const;
export type Equipment = (typeof EQUIPMENT)[number];

/** Lower and upper end, in the unit of the field's name. */
export type DoseRange = readonly [number, number];

/** Amounts that follow from body mass and session; lib/planner/nutrition works them out. */
export type Amount =
  | 'protein-meal'
  | 'protein-day'
  | 'carbohydrate-before'
  | 'carbohydrate-after'
  | 'fluids-before'
  | 'fluids-after'
  | 'fluids-day';

/**
 * One complete dose of one source. What stands here together belongs together: a temperature is never taken from one dose and the minutes
 * from another.
 */
export interface Dose {
  readonly id: string;
  readonly whose: Whose;
  /** What a plan gives, and what the source says where that is a range. */
  readonly minutes: number;
  readonly minutesRange?: DoseRange;
  /** Where the rest of the dose is the source's and the minutes are not. */
  readonly minutesWhose?: 'ours';
  readonly temperatureC?: number | DoseRange;
  readonly breathsPerMin?: DoseRange;
  readonly level?: number;
  readonly pressureMmHg?: DoseRange;
  readonly wavelengthNm?: DoseRange;
  readonly holdS?: DoseRange;
  readonly sleepH?: DoseRange;
  readonly minutesPerMuscle?: number;
  /** As its label says: no amount is known to this product. */
  readonly asLabelled?: true;
  readonly amount?: Amount;
  /** Share of the benefit of the fullest dose, 0 … 1. Ours. */
  readonly share: number;
}

/** Which sessions a window hangs on. `fuelled`: an hour or more, or hard. `again-today`: another start follows on the same day. */
export type SessionFilter = 'any' | 'endurance' | 'strength' | 'intense' | 'hard-or-long' | 'long' | 'race' | 'fuelled' | 'again-today';
export type DayFilter = 'every' | 'without-training' | 'training' | 'after-long' | 'high-stress' | 'sore';

/** Why an item is in the plan. */
export const REASONS = [
  'right-after-session',
  'after-session',
  'after-intense-session',
  'after-strength',
  'day-after-long',
  'between-starts',
  'before-session',
  'during-event',
  'after-event',
  'rest-day-movement',
  'desk-movement',
  'non-training-day',
  'weekly-programme',
  'daily',
  'sore',
  'evening',
  'high-stress',
  'every-night',
  'rest-day-due',
  'rest-day-readiness',
  'rest-day-ill',
  'refuel',
  'meal-after-session',
  'spread-over-meals',
  'thirst',
  'chosen-supplement',
] as const;
export type ReasonCode = (typeof REASONS)[number];

/**
 * When a modality has its place. Minutes count from the end of a session (`after`) or back from its start (`before`); the benefit is whole
 * up to `bestToMin` and then falls evenly to `late` at the end of the window.
 */
export type Window = {
  readonly reason: ReasonCode;
  /** Ids of the doses that fit here; left out: all. */
  readonly doses?: readonly string[];
  readonly variant?: string;
  /** Share of the modality's benefit that this occasion has, 0 … 1. Ours. */
  readonly weight: number;
} & (
  | {
      readonly at: 'after';
      readonly sessions: SessionFilter;
      readonly fromMin: number;
      readonly toMin: number;
      readonly bestToMin?: number;
      readonly late?: number;
    }
  | { readonly at: 'before'; readonly sessions: SessionFilter; readonly fromMin: number; readonly toMin: number }
  | { readonly at: 'during'; readonly sessions: SessionFilter }
  | { readonly at: 'day'; readonly days: DayFilter; readonly part: 'waking' | 'evening' }
  | { readonly at: 'night' }
  | { readonly at: 'rest-day' }
);

export type Trials = 'strong' | 'moderate' | 'mixed' | 'little' | 'developing' | 'none';
/** How sure the seed sounds; the product never shows it as evidence. */
export type SeedGrade = 'strong' | 'moderate' | 'mixed' | 'debated' | 'anecdotal' | 'developing' | 'none';
/** What the grade rests on. */
export type EvidenceKind = 'trials' | 'observed' | 'none';

export interface Grades {
  readonly seed: SeedGrade;
  readonly trials: Trials;
  readonly kind: EvidenceKind;
}

/** A kind of the modality that needs a word of its own, and the steps that come in addition. */
export interface Variant {
  readonly id: string;
  /** Any one of them makes this kind possible; left out: nothing is needed. */
  readonly equipment?: readonly Equipment[];
  readonly steps?: readonly Step[];
}

export interface CatalogueEntry {
  readonly modality: Modality;
  readonly grades: Grades;
  readonly seeds: readonly Seed[];
  readonly literature: readonly LiteratureSource[];
  readonly doses: readonly Dose[];
  readonly windows: readonly Window[];
  /** Any one of these sets, each of it whole; none: nothing is needed. */
  readonly equipment: readonly (readonly Equipment[])[];
  readonly variants: readonly Variant[];
  /** Takes time of its own: counts in the day's budget and may not overlap what else does. */
  readonly counts: boolean;
  /** Most times on one local day. Ours. */
  readonly perDay: number;
  /** Aims at places of the body, which are named in the item. */
  readonly local: boolean;
  /** Codes of the steps, in order. */
  readonly steps: readonly Step[];
  /** Presets of the device rooms that carry it out. */
  readonly presets: readonly string[];
}
