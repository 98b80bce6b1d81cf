import { CATALOGUE } from '../catalogue';
import { WATER } from './families';
import type { Candidate, PairRule } from './rule';

/** What two items need of each other. Each is asked with the one that starts first as `first`. */

const MINUTE_MS = 60_000;
/** Two things this near each other are one sequence. Ours. */
const SEQUENCE_MS = 60 * MINUTE_MS;
/** Infrared this long before cold, or on the same day, is the wrong order. Ours. */
const SAME_SITTING_MS = 6 * 60 * MINUTE_MS;
/** Rolling and stretching share 5–10 min before a workout (000), and 10–15 after it (001). */
const SHARE_MIN = { before: 10, after: 15 } as const;

const gapMs = (first: Candidate, second: Candidate) => second.startMs - first.endMs;
const counts = ({ modality }: Candidate) => CATALOGUE[modality].counts;

const noOverlap: PairRule = {
  name: 'no-overlap',
  from: ['facts'],
  against: (first, second) => counts(first) && counts(second) && gapMs(first, second) < 0,
};

const coldBeforeInfrared: PairRule = {
  name: 'cold-before-infrared',
  from: ['000'],
  against: (first, second, { dayOf }) =>
    first.modality === 'infrared' &&
    second.modality === 'cold-water-immersion' &&
    (gapMs(first, second) < SAME_SITTING_MS || dayOf(first.startMs) === dayOf(second.startMs)),
};

/** Heat, then cold in turn (002): a sauna or bath right after the cold would be the other way round. */
const contrastOrder: PairRule = {
  name: 'contrast-order',
  from: ['002'],
  against: (first, second) =>
    first.modality === 'cold-water-immersion' &&
    (second.modality === 'sauna' || second.modality === 'warm-bath') &&
    gapMs(first, second) < SEQUENCE_MS,
};

const gunBeforeStretching: PairRule = {
  name: 'gun-before-stretching',
  from: ['003'],
  against: (first, second) => first.modality === 'stretching' && second.modality === 'massage-gun' && gapMs(first, second) < SEQUENCE_MS,
};

const breathworkNotBeforeWater: PairRule = {
  name: 'breathwork-not-before-water',
  from: ['facts'],
  against: (first, second) => first.modality === 'breathwork' && WATER.has(second.modality) && gapMs(first, second) < SEQUENCE_MS,
};

const coolDownFirst: PairRule = {
  name: 'cool-down-first',
  from: ['001', '004'],
  against: (first, second) =>
    second.modality === 'cool-down' && counts(first) && first.session !== null && first.session === second.session && first.window.at === 'after',
};

const rollingAndStretchingShare: PairRule = {
  name: 'rolling-and-stretching-share',
  from: ['000', '001'],
  against: (first, second) => {
    const both = new Set([first.modality, second.modality]);
    if (!both.has('foam-rolling') || !both.has('stretching') || first.session === null || first.session !== second.session) return false;
    const at = first.window.at;
    if (at !== second.window.at || (at !== 'before' && at !== 'after')) return false;
    return first.dose.minutes + second.dose.minutes > SHARE_MIN[at];
  },
};

/** Tape during an event, garments after it (003). */
const tapeThenGarment: PairRule = {
  name: 'tape-then-garment',
  from: ['003'],
  against: (first, second) =>
    (first.modality === 'compression-garment' && second.modality === 'kinesiology-tape' && gapMs(first, second) < 0) ||
    (first.modality === 'kinesiology-tape' && second.modality === 'compression-garment' && gapMs(first, second) < 0),
};

export const PAIR_RULES: readonly PairRule[] = [
  noOverlap,
  coldBeforeInfrared,
  contrastOrder,
  gunBeforeStretching,
  breathworkNotBeforeWater,
  coolDownFirst,
  rollingAndStretchingShare,
  tapeThenGarment,
];

/** The first rule that two items break together, whichever comes first; null where they go together. */
export function againstPair(a: Candidate, b: Candidate, scene: Parameters<PairRule['against']>[2]): PairRule | null {
  const [first, second] = a.startMs < b.startMs || (a.startMs === b.startMs && a.endMs <= b.endMs) ? [a, b] : [b, a];
  return PAIR_RULES.find((rule) => rule.against(first, second, scene)) ?? null;
}
