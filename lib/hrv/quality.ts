import { madeUpShare } from './made-up';
import { resolutionMs } from './resolution';
import type { Quality, QualityCode, QualityRating, QualityReason, RecordingContext } from './types';

/** Inputs of the rating. Shares in %. */
export interface QualityInput {
  readonly rrMs: ArrayLike<number>;
  readonly durationS: number;
  readonly coveragePct: number | null;
  /** Share of beats that the product's correction replaced or removed. */
  readonly correctedPct: number | null;
  readonly jumpsOver20Pct: number | null;
  /** True when heart rate and variability changed so little that one figure describes the recording; null when unknown. */
  readonly steady: boolean | null;
  /** Range of the heart rate, in beats a minute, for the text on screen. */
  readonly spreadBpm: number | null;
  readonly context: RecordingContext;
}

const ORDER: readonly QualityRating[] = ['good', 'fair', 'poor', 'unusable'];

/** The values from which a rating falls to fair, poor, unusable; `null` where it never falls that far. */
type Limits = readonly [fair: number | null, poor: number | null, unusable: number | null];

/** The product's own limits. They protect from figures that the correction made rather than the heart. */
const CORRECTED: Limits = [3, 8, 20];
const JUMPS: Limits = [4, 10, 15];
/** Above this share of jumps, the text on screen is the one for irregular beats. */
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

  // Made-up intervals are coarse as well; giving both reasons would hide the cause.
  if (madeUp === null) {
    // A sensor's own error estimate counts like a grid that coarse: its square is in RMSSD twice.
    const resolution = larger(resolutionMs(input.rrMs), input.context.rrErrorMs ?? null);
    const rating = fallen(resolution, RESOLUTION);
    // Optical sensors time a smooth pulse, not a sharp R wave, so they resolve less than their digits promise.
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
