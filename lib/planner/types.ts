import type {
  AmountFigures,
  BodySite,
  Dose,
  EvidenceKind,
  LiteratureSource,
  Modality,
  ReasonCode,
  SeedGrade,
  Step,
  Trials,
  Whose,
} from '../catalogue';
import type { Day } from '../core/day';
import type { Region } from '../training';
import type { PreferenceName, RuleName, RuleValues } from './rules';

/** A dose as it is given: the source's figures, and the grams or millilitres that follow from the person. */
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
  AmountFigures;

export interface PlanItem {
  /** The same as long as the occasion is the same: modality and what it hangs on. */
  readonly id: string;
  readonly modality: Modality;
  /** A kind of it that the occasion asks for; null: the user's choice of `variants` in the catalogue. */
  readonly variant: string | null;
  /** It may start at any time from here on, as long as it is over by `windowToMs`. */
  readonly windowFromMs: number;
  readonly windowToMs: number;
  readonly startMs: number;
  readonly minutes: number;
  /** Local day of the start. */
  readonly day: Day;
  /** Takes time of its own and of the day's budget. */
  readonly counts: boolean;
  readonly doseId: string;
  readonly dose: GivenDose;
  readonly whose: Whose;
  /** `ours` where the source gives the dose and not its minutes. */
  readonly minutesWhose: Whose;
  readonly reason: { readonly code: ReasonCode; readonly values: RuleValues };
  /** What made it worth more today. */
  readonly because: readonly PreferenceName[];
  /** What trials show for recovery, and what kind of evidence that is; the seed's own claim apart. */
  readonly evidence: Trials;
  readonly evidenceKind: EvidenceKind;
  readonly seedGrade: SeedGrade;
  readonly sources: readonly LiteratureSource[];
  readonly steps: readonly Step[];
  /** Where it goes; empty: as a whole, or nothing is known of where. */
  readonly regions: readonly Region[];
  readonly notOn: readonly BodySite[];
  readonly notRegions: readonly Region[];
  /** The one question comes before it. */
  readonly asksOneTap: boolean;
  /** The device at hand that carries it out. */
  readonly device: string | null;
  /** The user put it there. */
  readonly moved: boolean;
  /** Expected benefit, in this product's own units. */
  readonly benefit: number;
}

export interface PlanExclusion {
  readonly modality: Modality;
  readonly rule: RuleName;
  readonly values: RuleValues;
  /** From when on it is no longer excluded by this rule, where that lies in the plan; null: for all of it. */
  readonly untilMs: number | null;
}

/** Plain JSON. */
export interface Plan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly timeZone: string;
  /** By start. */
  readonly items: readonly PlanItem[];
  readonly excluded: readonly PlanExclusion[];
  /** Minutes of each local day that items (done ones included) take of the budget. */
  readonly days: readonly { readonly day: Day; readonly usedMin: number; readonly budgetMin: number }[];
  readonly benefit: number;
}
