import type { Region } from '../../training';
import type { BodySite } from '../screening/body-site';
import type { Contraindication } from '../screening/contraindications';
import type { Course, Exposure } from './course';
import type { DeviceUse, Preset } from './device-use';
import type { Dose } from './dose';
import type { Equipment } from './equipment';
import type { Family } from './families';
import type { Guide, LiteratureSource } from './sources';
import type { Step } from './steps';
import type { Window } from './windows';

/** The description of one modality. Texts are codes; figures have their unit in the name. */

export type Trials = 'strong' | 'moderate' | 'mixed' | 'little' | 'developing' | 'none';
/** How certain the source itself sounds. The product never presents this as evidence. */
export type SeedGrade = 'strong' | 'moderate' | 'mixed' | 'debated' | 'anecdotal' | 'developing' | 'none';
/** The basis of the grade. */
export type EvidenceKind = 'trials' | 'observed' | 'none';

export interface Grades {
  readonly seed: SeedGrade;
  readonly trials: Trials;
  readonly kind: EvidenceKind;
}

/** A variant of the modality with its own name and additional steps. */
export interface Variant {
  readonly id: string;
  /** Any one of these makes the variant possible; omitted: nothing is needed. */
  readonly equipment?: readonly Equipment[];
  readonly steps?: readonly Step[];
  /** How a session of this variant runs, if it differs from the dose's course. */
  readonly course?: Course;
}

/** The export of a file in `modalities/`. The file's name is the modality's id. */
export interface ModalityEntry {
  /** In English; shown in languages without a message `planItem_…` for it. */
  readonly name: string;
  readonly families: readonly Family[];
  readonly grades: Grades;
  readonly guides: readonly Guide[];
  readonly literature: readonly LiteratureSource[];
  readonly doses: readonly Dose[];
  /** Empty: it is never planned. */
  readonly windows: readonly Window[];
  /** Sets of equipment, any one of which is enough when complete; empty: nothing is needed. */
  readonly equipment: readonly (readonly Equipment[])[];
  readonly variants: readonly Variant[];
  /** Whether it takes extra time: it counts in the day's budget and must not overlap other such items. */
  readonly counts: boolean;
  /** The most times on one local day, in one week, and among planned ones, so that three days do not use up a week's share. Ours. */
  readonly perDay: number;
  readonly perWeek?: number;
  readonly mostAhead?: number;
  /** Codes of the steps, in order. */
  readonly steps: readonly Step[];
  /** Where its session is timed: by the timer's own choices, only from the plan, by the breathing pacer, or nowhere. */
  readonly timer: 'listed' | 'from-plan' | 'pacer' | 'none';
  /** For every stretch without its own value. */
  readonly exposure?: Exposure;
  /** The first times, up to this number, use beginners' doses. */
  readonly firstTimes?: number;
  readonly devices?: readonly DeviceUse[];
  readonly presets?: readonly Preset[];
  /** Whether it treats single places of the body, which the item names. */
  readonly local: boolean;
  /** The regions to treat when nothing is sore and nothing was trained. */
  readonly usualRegions?: readonly Region[];
  /** Places that it must avoid, and regions where it is never used. */
  readonly notOn?: readonly BodySite[];
  readonly neverRegions?: readonly Region[];
  /** Worn or lain on: always covers these regions. */
  readonly covers?: readonly Region[];
  /** Whether one safety question comes before it. */
  readonly asksOneTap?: true;
  /** Who must not use it, in addition to its families' exclusions. */
  readonly notFor?: readonly Contraindication[];
}
