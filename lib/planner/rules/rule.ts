import type { CatalogueEntry, Dose, Modality, RuleCode, Seed, Window } from '../../catalogue';
import type { Scene } from './scene';
import type { Session } from './sessions';

/** The names by which an exclusion says which rule spoke. */
export const RULE_NAMES = [
  'screening-first',
  'ill-or-feverish',
  'equipment',
  'optional-supplement',
  'never-there',
  'cold-after-strength',
  'inflammation-wanted',
  'first-three-plunges',
  'cryotherapy-within-5-h',
  'no-water-or-heat-after-alcohol',
  'heat-dehydrated',
  'heat-before-bed',
  'compression-before-race',
  'garment-not-during',
  'severity',
  'protein-window',
  'carbohydrate-window',
  'light-within-hours',
  'gun-dose',
  'one-source-dose',
  'sleep-7-9-h',
  'rest-day-weekly',
  'outside-the-day',
  'quiet-hours',
  'training-then',
  'not-in-the-past',
  'skipped',
  'done',
  // Between two items.
  'no-overlap',
  'cold-before-infrared',
  'contrast-order',
  'gun-before-stretching',
  'breathwork-not-before-water',
  'cool-down-first',
  'rolling-and-stretching-share',
  'tape-then-garment',
  // Over the whole plan.
  'time-budget',
  'enough-that-day',
  'enough-that-week',
  'one-cold-a-day',
  'one-heat-a-day',
  'no-occasion',
] as const;
export type PlainRuleName = (typeof RULE_NAMES)[number];
/** The screening's rules keep the name of what was ticked. */
export type RuleName = PlainRuleName | `screening-${RuleCode}`;

/** Figures that the sentence of an exclusion or a reason fills in; instants as epoch ms in fields that end in `Ms`. */
export type RuleValues = Readonly<Record<string, number | string>>;

export interface Against {
  readonly rule: RuleName;
  readonly values: RuleValues;
}

/** One item as it might stand in a plan. */
export interface PlacementCandidate {
  readonly modality: Modality;
  readonly dose: Dose;
  readonly window: Window;
  /** What the window hangs on; null for a day or a night. */
  readonly session: Session | null;
  readonly startMs: number;
  readonly endMs: number;
}

/** A rule about a modality, whenever it is done. */
export interface ModalityRule {
  readonly name: RuleName;
  readonly from: readonly (Seed | 'facts' | 'ours')[];
  readonly against: (entry: CatalogueEntry, scene: Scene) => readonly Against[];
}

/** A rule about one item at one time. */
export interface TimeRule {
  readonly name: PlainRuleName;
  readonly from: readonly (Seed | 'facts' | 'ours')[];
  /** Left out: all. */
  readonly concerns?: readonly Modality[];
  /** `dose`: the same at any time. `calendar`: the scene's free time has it worked in already. Left out: asked of every start. */
  readonly scope?: 'dose' | 'calendar';
  readonly against: (candidate: PlacementCandidate, scene: Scene) => RuleValues | null;
}

/** What two items need of each other; asked with the earlier one first. */
export interface PairRule {
  readonly name: PlainRuleName;
  /** What it concerns as the earlier, and as the later of two; `same`: only a modality with itself. */
  readonly first: ReadonlySet<Modality>;
  readonly second: ReadonlySet<Modality>;
  readonly same?: true;
  readonly from: readonly (Seed | 'facts' | 'ours')[];
  readonly against: (first: PlacementCandidate, second: PlacementCandidate, scene: Scene) => boolean;
}
