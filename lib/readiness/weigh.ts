import { clamp } from '../core/numbers';
import type { Evidence } from './evidence';

/**
 * All signs of a morning in one figure, in SDs of ordinary mornings. Each sign is limited, so that none decides alone, and what goes together
 * is not counted twice: the sum is divided by the SD that it has when the signs vary as they usually do. The weights are ours.
 */

const WEIGHTS = { felt: 1, hrv: 0.5, week: 0.4, hr: 0.45, weekHr: 0.25, load: 0.2 } as const;
type Sign = keyof typeof WEIGHTS;
/** How far a sign counts, below and above usual, in SDs. HRV or heart rate far on the good side are unusual, not better. */
const LIMITS: Readonly<Record<Sign, readonly [worst: number, best: number]>> = {
  felt: [-3, 2],
  hrv: [-2.5, 1],
  week: [-3, 1],
  hr: [-2.5, 1],
  weekHr: [-3, 1],
  load: [-1.5, 1],
};
/** HRV and heart rate belong together, of the morning as of the week. */
const PAIRS: readonly (readonly [Sign, Sign])[] = [
  ['hrv', 'hr'],
  ['week', 'weekHr'],
];
/** How closely a morning goes with the mean of the six before it, if up to 0.4 of a deviation is carried on to the next morning. Ours. */
const CARRIED = 0.15;
const SUCCESSIVE: readonly (readonly [Sign, Sign])[] = [
  ['hrv', 'week'],
  ['hr', 'weekHr'],
];

/** What heart rate and HRV count where there has been hardly any training; their week does not count at all. Ours. */
const UNTRAINED_SHARE = 0.5;

type Signs = Partial<Record<Sign, number>>;

/** The signs of a morning that are known. */
function listSigns({ felt, hrv, week, hr, weekHr, load, lowHeart, untrained }: Evidence): Signs {
  const share = untrained === null ? 1 : UNTRAINED_SHARE;
  return {
    ...(felt === null ? {} : { felt: felt.z }),
    // Without training the heart rate rises and HRV falls: that is no fatigue.
    ...(hrv === null ? {} : { hrv: share * hrv.z }),
    // A heart rate far below usual beside an odd HRV is no plus.
    ...(hr === null ? {} : { hr: lowHeart === null ? share * hr.z : Math.min(0, share * hr.z) }),
    ...(untrained === null ? listWeek({ week, weekHr, load, lowHeart }) : {}),
  };
}

function listWeek({ week, weekHr, load, lowHeart }: Pick<Evidence, 'week' | 'weekHr' | 'load' | 'lowHeart'>): Signs {
  return {
    ...(week === null ? {} : { week: week.z }),
    ...(weekHr === null ? {} : { weekHr: lowHeart === null ? weekHr.z : Math.min(0, weekHr.z) }),
    ...(load === null ? {} : { load: load.z }),
  };
}

/** All signs together; 0 without any. */
export function weighAll(evidence: Evidence): number {
  return together(listSigns(evidence), evidence.together);
}

/** All signs except HRV. */
export function weighSide(evidence: Evidence): number {
  const { hrv: _, week: _week, ...others } = listSigns(evidence);
  return together(others, evidence.together);
}

/** All signs except this morning's HRV. */
export function weighOthers(evidence: Evidence): number {
  const { hrv: _, ...others } = listSigns(evidence);
  return together(others, evidence.together);
}

function together(signs: Signs, correlation: number): number {
  const names = Object.keys(signs) as Sign[];
  const total = names.reduce((sum, name) => sum + WEIGHTS[name] * clamp(signs[name] ?? 0, ...LIMITS[name]), 0);
  const alone = names.reduce((sum, name) => sum + WEIGHTS[name] ** 2, 0);
  const shared = (pairs: readonly (readonly [Sign, Sign])[], size: number) =>
    pairs.reduce((sum, [a, b]) => sum + (a in signs && b in signs ? 2 * WEIGHTS[a] * WEIGHTS[b] * size : 0), 0);
  const variance = alone + shared(PAIRS, correlation) + shared(SUCCESSIVE, CARRIED);
  return variance === 0 ? 0 : total / Math.sqrt(variance);
}
