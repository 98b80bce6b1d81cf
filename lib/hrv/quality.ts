import { madeUpShare } from './made-up';
import { resolutionMs } from './resolution';
import type { Quality, QualityCode, QualityRating, QualityReason, RecordingContext } from './types';

/** What the rating rests on. Shares in %. */
export interface QualityInput {
  readonly rrMs: ArrayLike<number>;
  readonly durationS: number;
  readonly coveragePct: number | null;
  /** Share of beats that the product's correction replaced or cut out. */
  readonly correctedPct: number | null;
  readonly jumpsOver20Pct: number | null;
  /** True when heart rate or variability changed so much that one figure does not describe the recording; null when not known. */
  readonly steady: boolean | null;
  /** How far heart rate ranged, in beats a minute, for the words. */
  readonly spreadBpm: number | null;
  readonly context: RecordingContext;
}

const ORDER: readonly QualityRating[] = ['good', 'fair', 'poor', 'unusable'];

/** From which value on a rating falls to fair, poor, unusable; `null` where it does not fall that far. */
type Limits = readonly [fair: number | null, poor: number | null, unusable: number | null];

/** The product's own limits; what each protects from is in `facts/hrv.md`, "not a quality score". */
const CORRECTED: Limits = [3, 8, 20];
const JUMPS: Limits = [4, 10, 15];
/** Over this share of jumps the words on screen are those for irregular beats. */
const IRREGULAR_PCT = 15;
const MISSING: Limits = [4, 8, 20];
const SURPLUS: Limits = [3, 6, 20];
const NO_CONTACT: Limits = [5, 20, 50];
const RESOLUTION: Limits = [4, 16, null];
const MIN_BEATS = 30;
const SHORT_S = 55;

/** Rating and reasons, worst first. A reason is listed only when it lowers the rating. */
export function rateQuality(input: QualityInput): Quality {
  const found: { rating: QualityRating; reason: QualityReason }[] = [];
  const add = (code: QualityCode, value: number | null, rating: QualityRating) => {
    if (rating !== 'good') found.push({ rating, reason: { code, value } });
  };

  const beats = input.rrMs.length;
  if (beats < MIN_BEATS) add('short', beats, 'unusable');
  else if (input.durationS < SHORT_S) add('short', beats, 'poor');

  const madeUp = madeUpShare(input.rrMs);
  if (madeUp !== null) add('made-up-intervals', madeUp, 'unusable');

  add('corrected', input.correctedPct, fallen(input.correctedPct, CORRECTED));
  const jumps = input.jumpsOver20Pct;
  add(jumps !== null && jumps > IRREGULAR_PCT ? 'irregular' : 'jumps', jumps, fallen(jumps, JUMPS));

  const coverage = input.coveragePct;
  if (coverage !== null) add('coverage', coverage, worse(fallen(100 - coverage, MISSING), fallen(coverage - 100, SURPLUS)));

  const contact = input.context.contactShare ?? null;
  if (contact !== null) add('contact', 100 * contact, fallen(100 - 100 * contact, NO_CONTACT));

  if (input.steady === false) add('unsteady', input.spreadBpm, 'fair');

  // Made-up intervals are coarse as well; saying both would hide the cause.
  if (madeUp === null) {
    // What a sensor owns to be off by is no better than a grid that coarse: the square of it is in RMSSD, twice.
    const resolution = larger(resolutionMs(input.rrMs), input.context.rrErrorMs ?? null);
    const rating = fallen(resolution, RESOLUTION);
    // Optical sensors time a smooth pulse, not a sharp R wave: what they resolve is not what their digits promise.
    if (rating === 'good' && smooths(input.context)) add('resolution', null, 'fair');
    else add('resolution', resolution, rating);
  }

  found.sort((a, b) => ORDER.indexOf(b.rating) - ORDER.indexOf(a.rating));
  return { rating: found[0]?.rating ?? 'good', reasons: found.map((entry) => entry.reason) };
}

function smooths(context: RecordingContext): boolean {
  return context.deviceClass === 'optical' || context.deviceClass === 'ear';
}

function fallen(value: number | null, limits: Limits): QualityRating {
  let rating: QualityRating = 'good';
  if (value === null) return rating;
  limits.forEach((limit, i) => {
    if (limit !== null && value > limit) rating = ORDER[i + 1] ?? rating;
  });
  return rating;
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function worse(a: QualityRating, b: QualityRating): QualityRating {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}
