import type { CatalogueEntry, Dose, Guide, LiteratureSource, Modality, RuleCode } from '../../catalogue';
import type { Scene } from './scene';
import type { Session } from './sessions';

/** The names that tell which rule caused an exclusion. */
export const RULE_NAMES = [
  'screening-first',
  'ill-or-feverish',
  'equipment',
  'optional-supplement',
  'never-there',
  'cold-after-strength',
  'inflammation-wanted',
  'first-three-plunges',
  'first-three-saunas',
  'cryotherapy-within-5-h',
  'no-water-or-heat-after-alcohol',
  'heat-dehydrated',
  'heat-before-bed',
  'heat-before-race',
  'cold-before-bed',
  'after-illness',
  'massage-booked',
  'compression-before-race',
  'garment-not-during',
  'severity',
  'protein-window',
  'carbohydrate-window',
  'in-the-fast',
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
  // Rules between two items.
  'no-overlap',
  'cold-before-infrared',
  'contrast-order',
  'gun-before-stretching',
  'breathwork-not-before-water',
  'cool-down-first',
  'rolling-and-stretching-share',
  'tape-then-garment',
  'garment-alone',
  'meal-not-in-water',
  // Rules over the whole plan.
  'time-budget',
  'three-treatments',
  'calm-evening',
  'enough-for-the-load',
  'least-time',
  'not-in-routine',
  'enough-that-day',
  'enough-that-week',
  'one-cold-a-day',
  'one-heat-a-day',
  'no-occasion',
] as const;
export type PlainRuleName = (typeof RULE_NAMES)[number];
/** Screening rules are named after the condition that was ticked. */
export type RuleName = PlainRuleName | `screening-${RuleCode}`;

/** Values for the sentence of an exclusion or a reason. Fields that end in `Ms` are instants, epoch ms. */
export type RuleValues = Readonly<Record<string, number | string>>;

export interface Against {
  readonly rule: RuleName;
  readonly values: RuleValues;
}

/** One item as it could appear in a plan. */
export interface PlacementCandidate {
  readonly modality: Modality;
  readonly dose: Dose;
  /** Where its window lies. */
  readonly at: 'after' | 'before' | 'during' | 'day' | 'night' | 'rest-day';
  /** The session that the window belongs to; null for a window of a day or night. */
  readonly session: Session | null;
  readonly startMs: number;
  readonly endMs: number;
}

/** A rule about a modality at any time. */
export interface ModalityRule {
  readonly name: RuleName;
  readonly from: readonly (Guide | LiteratureSource | 'ours')[];
  readonly against: (entry: CatalogueEntry, scene: Scene) => readonly Against[];
}

/** A rule about one item at one time. */
export interface TimeRule {
  readonly name: PlainRuleName;
  readonly from: readonly (Guide | LiteratureSource | 'ours')[];
  /** The modalities that the rule applies to; left out for all. */
  readonly concerns?: readonly Modality[];
  /** `dose`: the answer is the same at any time. `calendar`: the scene's free time already covers it. Left out: ask for every start. */
  readonly scope?: 'dose' | 'calendar';
  readonly against: (candidate: PlacementCandidate, scene: Scene) => RuleValues | null;
}

/** A rule about two items; the earlier one comes first. */
export interface PairRule {
  readonly name: PlainRuleName;
  /** The modalities it applies to as the earlier and as the later item; `same`: only to two items of one modality. */
  readonly first: ReadonlySet<Modality>;
  readonly second: ReadonlySet<Modality>;
  readonly same?: true;
  readonly from: readonly (Guide | LiteratureSource | 'ours')[];
  readonly against: (first: PlacementCandidate, second: PlacementCandidate, scene: Scene) => boolean;
}
