/** What the engine takes and gives. Times in ms unless the name says otherwise. Absent is `null`, never 0 or NaN. */

/** RR intervals as measured. `gapsAfter` holds each index i such that time was lost between interval i and interval i + 1. */
export interface RrSeries {
  readonly rrMs: ArrayLike<number>;
  readonly gapsAfter?: readonly number[];
}

export type DeviceClass = 'chest' | 'optical' | 'ear' | 'ecg' | 'manual' | 'unknown';

/** What was known of the recording besides its intervals; everything may be missing. */
export interface RecordingContext {
  /** Time from the first counted beat to the last by the clock, in s, to judge coverage. */
  readonly elapsedS?: number | null;
  readonly deviceClass?: DeviceClass;
  /** Share of packets, 0..1, in which a sensor that can tell said it had skin contact; null when it cannot tell. */
  readonly contactShare?: number | null;
}

export interface TimeDomain {
  readonly meanRrMs: number | null;
  readonly sdnnMs: number | null;
  readonly rmssdMs: number | null;
  readonly lnRmssd: number | null;
  readonly sdsdMs: number | null;
  readonly pnn50Pct: number | null;
  readonly pnn20Pct: number | null;
  readonly sd1Ms: number | null;
  readonly sd2Ms: number | null;
}

export type ArtefactKind = 'ectopic' | 'missed' | 'extra' | 'long' | 'short';

export interface Artefacts {
  readonly ectopic: number;
  readonly missed: number;
  readonly extra: number;
  readonly longShort: number;
  /** Share of beats flagged, %. */
  readonly pct: number | null;
  readonly jumpsOver20Pct: number | null;
  readonly indices: readonly { readonly index: number; readonly kind: ArtefactKind }[];
}

export type QualityRating = 'good' | 'fair' | 'poor' | 'unusable';
export type QualityCode =
  | 'corrected'
  | 'jumps'
  | 'coverage'
  | 'contact'
  | 'unsteady'
  | 'resolution'
  | 'made-up-intervals'
  | 'irregular'
  | 'short';

/** `value` is the figure the reason rests on (a percentage, ms, beats), for the words on screen. */
export interface QualityReason {
  readonly code: QualityCode;
  readonly value: number | null;
}

export interface Quality {
  readonly rating: QualityRating;
  readonly reasons: readonly QualityReason[];
}
