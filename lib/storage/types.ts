import type { Day } from '../core/day';
import type { Quality } from '../hrv';
import type { Readiness } from '../readiness';
import type { RuledOut } from '../readiness/mornings';

/** As much of today as a glance at it shows. */
export interface Glance {
  readonly day: Day;
  readonly demo: boolean;
  readonly readiness: Readiness;
  /** Why the check is no morning check, where it is none. */
  readonly ruledOut?: RuledOut | null;
  readonly check: {
    readonly summary: {
      readonly meanHrBpm: number | null;
      readonly corrected: { readonly rmssdMs: number | null };
      readonly quality: { readonly rating: Quality['rating'] };
    };
  } | null;
}

/** Today as it was worked out. */
export interface Digest {
  readonly glance: Glance;
  /** The revision that it was worked out by. */
  readonly mark: string;
  /** The version of the product that did. */
  readonly version: string;
  /** From then on something that was yet to come counts. */
  readonly untilMs: number;
}

export type DigestRow = { readonly key: 'revision'; readonly mark: string } | { readonly key: 'today'; readonly digest: Digest };
