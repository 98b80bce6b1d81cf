import type {
  AmountFigures,
  BodySite,
  Dose,
  DoseRange,
  EvidenceKind,
  LiteratureSource,
  Modality,
  SeedGrade,
  Step,
  Trials,
  Whose,
} from '../catalogue';
import type { Day } from '../core/day';
import type { Region } from '../training';
import type { RoutineId } from './choose-routine';
import type { Conflict } from './conflicts';
import type { StepReason } from './routine';
import type { RuleName, RuleValues } from './rules';

/** A dose for one person: the source's figures, and the grams or millilitres that follow from body mass. */
export type GivenDose = Pick<
  Dose,
  | 'temperatureC'
  | 'breathsPerMin'
  | 'level'
  | 'pressureMmHg'
  | 'wavelengthNm'
  | 'holdS'
  | 'sleepH'
  | 'minutesPerMuscle'
  | 'asLabelled'
  | 'minutesRange'
> &
  AmountFigures & {
    /** The temperatures of hot and cold in turn, °C. */
    readonly heatC?: DoseRange;
    readonly coldC?: DoseRange;
  };

export interface PlanItem {
  /** Made from the modality and its session or day, so that it stays the same while the occasion does. */
  readonly id: string;
  readonly modality: Modality;
  /** The variant that the occasion requires; null lets the user choose from `variants` of the catalogue. */
  readonly variant: string | null;
  /** The item may start at any time from here on, if it ends by `windowToMs`. */
  readonly windowFromMs: number;
  readonly windowToMs: number;
  readonly startMs: number;
  readonly minutes: number;
  /** Local day of the start. */
  readonly day: Day;
  /** Whether it takes time of its own and of the day's budget. */
  readonly counts: boolean;
  readonly doseId: string;
  readonly dose: GivenDose;
  readonly whose: Whose;
  /** `ours` if the source gives the dose but not its minutes. */
  readonly minutesWhose: Whose;
  /** One sentence, which names what the item is for. */
  readonly reason: { readonly code: StepReason; readonly values: RuleValues };
  /** What trials show for recovery, and what kind of evidence that is; separate from the source's own claim. */
  readonly evidence: Trials;
  readonly evidenceKind: EvidenceKind;
  readonly seedGrade: SeedGrade;
  readonly sources: readonly LiteratureSource[];
  readonly steps: readonly Step[];
  /** Where on the body it goes; empty if it treats the whole body or nothing is known. */
  readonly regions: readonly Region[];
  readonly notOn: readonly BodySite[];
  readonly notRegions: readonly Region[];
  /** Whether the user must answer one safety question first. */
  readonly asksOneTap: boolean;
  /** The device at hand that carries it out. */
  readonly device: string | null;
  /** Whether the user moved it here. */
  readonly moved: boolean;
}

export interface PlanExclusion {
  readonly modality: Modality;
  readonly rule: RuleName;
  readonly values: RuleValues;
  /** When this rule stops excluding it, if that lies within the plan; null if it excludes it throughout. */
  readonly untilMs: number | null;
}

/** Plain JSON. */
export interface Plan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly timeZone: string;
  /** In the order of `compareItems`. */
  readonly items: readonly PlanItem[];
  /** What does no harm "if you have time"; in the same order. It is not part of the day's minutes. */
  readonly optional: readonly PlanItem[];
  /** Sessions that their day should not hold, earliest first. Nothing is planned around them until the user answers. */
  readonly conflicts: readonly Conflict[];
  readonly excluded: readonly PlanExclusion[];
  /** The waking day that runs, even after its bedtime, and the whole days of the plan. */
  readonly days: readonly PlanDay[];
}

export interface PlanDay {
  readonly day: Day;
  /** The minutes of the local day's budget that items use, including finished ones. */
  readonly usedMin: number;
  readonly budgetMin: number;
  readonly routine: RoutineId;
  /** The user's own routine that took its place; null: none. */
  readonly own: { readonly id: string; readonly name: string } | null;
  /** The day's training is too little to need more than meals and sleep. */
  readonly little: boolean;
}
