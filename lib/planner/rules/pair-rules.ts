import { CATALOGUE, MODALITIES, type Modality, modalitiesIn } from '../../catalogue';
import { MINUTE_MS } from '../../core/time';
import { HEAT, LOCAL_COLD, WATER, WHOLE_BODY_COLD } from './families';
import type { PairRule, PlacementCandidate } from './rule';
import type { Scene } from './scene';

/** Rules about two items. `first` is always the one that starts earlier. */

/** Two items this close together form one sequence. Our choice. */
const SEQUENCE_MS = 60 * MINUTE_MS;
/** Infrared this long before cold, or on the same day, is in the wrong order. Our choice. */
const SAME_SITTING_MS = 6 * 60 * MINUTE_MS;
/** No rule looks farther than this. */
const FARTHEST_MS = 26 * 60 * MINUTE_MS;
const COLD_APART_MS = 18 * 60 * MINUTE_MS;
/** Rolling and stretching share 5–10 min before a workout (PALM Health), and 10–15 after it (Svetness). */
const SHARE_MIN = { before: 10, after: 15 } as const;

const gapMs = (first: PlacementCandidate, second: PlacementCandidate) => second.startMs - first.endMs;

const ALL: ReadonlySet<Modality> = new Set(MODALITIES);
const COUNTING: ReadonlySet<Modality> = new Set(MODALITIES.filter((one) => CATALOGUE[one].counts));
const COLD_WATER: ReadonlySet<Modality> = new Set(['cold-water-immersion']);
const ROLL_OR_STRETCH: ReadonlySet<Modality> = new Set(['foam-rolling', 'stretching']);
const GARMENT_OR_TOUCH: ReadonlySet<Modality> = new Set([
  'compression-garment',
  'pneumatic-compression',
  'ice-compression',
  ...modalitiesIn('massage'),
  ...WATER,
  ...HEAT,
  ...LOCAL_COLD,
  ...WHOLE_BODY_COLD,
]);
const MEALS: ReadonlySet<Modality> = new Set(['protein', 'carbohydrate']);
const MEAL_OR_WATER: ReadonlySet<Modality> = new Set([...MEALS, ...WATER, ...HEAT, ...WHOLE_BODY_COLD]);
const TAPE_OR_GARMENT: ReadonlySet<Modality> = new Set(['kinesiology-tape', 'compression-garment']);

/** Time to walk from one thing to the next, ms. Our choice. */
export const WALK_MS = 10 * 60_000;
/** What follows on the same mat needs no walk. */
const ON_THE_MAT: ReadonlySet<Modality> = new Set(['foam-rolling', 'stretching', 'mobility']);

/** Two things that take time do not overlap, and leave time to walk from one to the next. */
const noOverlap: PairRule = {
  name: 'no-overlap',
  from: ['ours'],
  first: COUNTING,
  second: COUNTING,
  against: (first, second) => gapMs(first, second) < (ON_THE_MAT.has(first.modality) && ON_THE_MAT.has(second.modality) ? 0 : WALK_MS),
};

/** A garment covers the limb: nothing else touches it meanwhile. */
const garmentAlone: PairRule = {
  name: 'garment-alone',
  from: ['ours'],
  first: GARMENT_OR_TOUCH,
  second: GARMENT_OR_TOUCH,
  against: (first, second) =>
    (first.modality === 'compression-garment') !== (second.modality === 'compression-garment') && gapMs(first, second) < 0,
};

/** Nobody eats in the bath, in the sauna or in the cold. */
const mealNotInWater: PairRule = {
  name: 'meal-not-in-water',
  from: ['ours'],
  first: MEAL_OR_WATER,
  second: MEAL_OR_WATER,
  // The protein of a whole day is no meal with a time.
  against: (first, second) => {
    const [meal, other] = MEALS.has(first.modality) ? [first, second] : [second, first];
    return meal.at !== 'day' && !MEALS.has(other.modality) && MEALS.has(meal.modality) && gapMs(first, second) < 0;
  },
};

const coldBeforeInfrared: PairRule = {
  name: 'cold-before-infrared',
  first: new Set(['infrared']),
  second: COLD_WATER,
  from: ['palm-health'],
  against: (first, second, { findDay }) => gapMs(first, second) < SAME_SITTING_MS || findDay(first.startMs) === findDay(second.startMs),
};

/** Contrast therapy goes from heat to cold (ALYZE), so a sauna or bath right after cold is in the wrong order. */
const contrastOrder: PairRule = {
  name: 'contrast-order',
  first: COLD_WATER,
  second: new Set(['sauna', 'warm-bath']),
  from: ['alyze'],
  against: (first, second) => gapMs(first, second) < SEQUENCE_MS,
};

const gunBeforeStretching: PairRule = {
  name: 'gun-before-stretching',
  first: new Set(['stretching']),
  second: new Set(['massage-gun']),
  from: ['fleet-feet'],
  against: (first, second) => gapMs(first, second) < SEQUENCE_MS,
};

const breathworkNotBeforeWater: PairRule = {
  name: 'breathwork-not-before-water',
  first: new Set(['breathwork']),
  second: WATER,
  from: ['ours'],
  against: (first, second) => gapMs(first, second) < SEQUENCE_MS,
};

const coolDownFirst: PairRule = {
  name: 'cool-down-first',
  first: COUNTING,
  second: new Set(['cool-down']),
  from: ['svetness', 'running-recovery'],
  against: (first, second) => first.session !== null && first.session === second.session && first.at === 'after',
};

const rollingAndStretchingShare: PairRule = {
  name: 'rolling-and-stretching-share',
  first: ROLL_OR_STRETCH,
  second: ROLL_OR_STRETCH,
  from: ['palm-health', 'svetness'],
  against: (first, second) => {
    if (first.modality === second.modality || first.session === null || first.session !== second.session) return false;
    const at = first.at;
    if (at !== second.at || (at !== 'before' && at !== 'after')) return false;
    return first.dose.minutes + second.dose.minutes > SHARE_MIN[at];
  },
};

/** Tape during an event, garments after it (Fleet Feet). */
const tapeThenGarment: PairRule = {
  name: 'tape-then-garment',
  first: TAPE_OR_GARMENT,
  second: TAPE_OR_GARMENT,
  from: ['fleet-feet'],
  against: (first, second) => first.modality !== second.modality && gapMs(first, second) < 0,
};

/** Excludes a second item for a session that already has one. */
const onceAround: PairRule = {
  name: 'enough-that-day',
  first: ALL,
  second: ALL,
  same: true,
  from: ['ours'],
  against: (first, second, { findDay }) =>
    (first.at === 'day' || second.at === 'day') && findDay(first.startMs) === findDay(second.startMs),
};

/** One whole-body cold exposure a day, with a night between two. Our choice. */
const coldApart: PairRule = {
  name: 'one-cold-a-day',
  first: WHOLE_BODY_COLD,
  second: WHOLE_BODY_COLD,
  from: ['ours'],
  against: (first, second) => gapMs(first, second) < COLD_APART_MS,
};

export const PAIR_RULES: readonly PairRule[] = [
  noOverlap,
  garmentAlone,
  mealNotInWater,
  coldBeforeInfrared,
  contrastOrder,
  gunBeforeStretching,
  breathworkNotBeforeWater,
  coolDownFirst,
  rollingAndStretchingShare,
  tapeThenGarment,
  onceAround,
  coldApart,
];

/** The pair rules for two modalities: row of the earlier, column of the later. A table, because a plan asks thousands of times. */
const INDEX = new Map(MODALITIES.map((modality, i) => [modality, i]));
const BETWEEN: readonly (readonly PairRule[])[] = MODALITIES.flatMap((first) =>
  MODALITIES.map((second) =>
    PAIR_RULES.filter((rule) => rule.first.has(first) && rule.second.has(second) && (rule.same !== true || first === second)),
  ),
);

/** The first rule that two items break together, in either order; null if they are compatible. */
export function againstPair(a: PlacementCandidate, b: PlacementCandidate, scene: Scene): PairRule | null {
  const ordered = a.startMs < b.startMs || (a.startMs === b.startMs && a.endMs <= b.endMs);
  const first = ordered ? a : b;
  const second = ordered ? b : a;
  if (second.startMs - first.endMs > FARTHEST_MS) return null;
  const rules = BETWEEN[(INDEX.get(first.modality) ?? 0) * MODALITIES.length + (INDEX.get(second.modality) ?? 0)] ?? [];
  for (const rule of rules) if (rule.against(first, second, scene)) return rule;
  return null;
}
