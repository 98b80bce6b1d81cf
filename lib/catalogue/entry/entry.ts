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

/** How one modality is described. Words are codes; figures carry their unit in the name. */

export type Trials = 'strong' | 'moderate' | 'mixed' | 'little' | 'developing' | 'none';
/** How sure the source itself sounds; the product never shows it as evidence. */
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
  /** How a session of this kind runs, where that is not the dose's own course. */
  readonly course?: Course;
}

/** What a file of `modalities/` exports. Its name is the modality's id. */
export interface ModalityEntry {
  /** In English: what a language without a message `planItem_…` for it shows. */
  readonly name: string;
  readonly families: readonly Family[];
  readonly grades: Grades;
  readonly guides: readonly Guide[];
  readonly literature: readonly LiteratureSource[];
  readonly doses: readonly Dose[];
  /** None: it is never planned. */
  readonly windows: readonly Window[];
  /** Any one of these sets, each of it complete; none: nothing is needed. */
  readonly equipment: readonly (readonly Equipment[])[];
  readonly variants: readonly Variant[];
  /** Takes time of its own: counts in the day's budget and may not overlap what else does. */
  readonly counts: boolean;
  /** Most times on one local day; in one week; and of those ahead, so that three days do not take a week's share. Ours. */
  readonly perDay: number;
  readonly perWeek?: number;
  readonly mostAhead?: number;
  /** Codes of the steps, in order. */
  readonly steps: readonly Step[];
  /** Where a session of it is timed: among the timer's own choices, only from the plan, by the breathing pacer, or nowhere. */
  readonly timer: 'listed' | 'from-plan' | 'pacer' | 'none';
  /** Of every stretch that says nothing else. */
  readonly exposure?: Exposure;
  /** The first so many times are for beginners' doses. */
  readonly firstTimes?: number;
  readonly devices?: readonly DeviceUse[];
  readonly presets?: readonly Preset[];
  /** Aims at places of the body, which are named in the item. */
  readonly local: boolean;
  /** Where it goes when nothing is sore and nothing was trained. */
  readonly usualRegions?: readonly Region[];
  /** What it must keep off, and regions that are never for it. */
  readonly notOn?: readonly BodySite[];
  readonly neverRegions?: readonly Region[];
  /** Worn or lain on: covers these regions whether one wants it or not. */
  readonly covers?: readonly Region[];
  /** The one question comes before it. */
  readonly asksOneTap?: true;
  /** Who must not, beyond what the families say. */
  readonly notFor?: readonly Contraindication[];
}
