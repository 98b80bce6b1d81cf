/** Inputs and results of the engine. Times in ms unless the name says otherwise. A missing figure is `null`, never 0 or NaN. */

/** RR intervals as measured. `gapsAfter` holds each index i such that time was lost between interval i and interval i + 1. */
export interface RrSeries {
  readonly rrMs: ArrayLike<number>;
  readonly gapsAfter?: readonly number[];
  /** Length of each gap of `gapsAfter`, in ms, in the same order; 0 where it is unknown. */
  readonly gapMs?: readonly number[];
}

export type DeviceClass = 'chest' | 'optical' | 'ear' | 'ecg' | 'manual' | 'unknown';

/** What is known of the recording apart from its intervals; everything is optional. */
export interface RecordingContext {
  /** Time from the first counted beat to the last by the clock, in s, used to judge coverage. */
  readonly elapsedS?: number | null;
  readonly deviceClass?: DeviceClass;
  /** Share of packets, 0..1, in which the sensor reported skin contact; null for a sensor that cannot. */
  readonly contactShare?: number | null;
  /** Error of the intervals as the sensor estimates it, in ms (root mean square); null for a sensor that does not. */
  readonly rrErrorMs?: number | null;
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

/** `value` is the figure that the reason rests on (a percentage, ms, beats), for the text on screen. */
export interface QualityReason {
  readonly code: QualityCode;
  readonly value: number | null;
}

export interface Quality {
  readonly rating: QualityRating;
  readonly reasons: readonly QualityReason[];
}

export type SeriesChoice = 'raw' | 'one-pass' | 'product';

export interface AnalyseOptions {
  /** The series that spectrum, DFA, sample entropy and respiration are computed from; default `product`. */
  readonly series?: SeriesChoice;
  /** False leaves it out; sample entropy and spectrum are the costly parts of a long recording. */
  readonly sampleEntropy?: boolean;
  readonly spectrum?: boolean;
}

export type SpectrumMethod = 'welch-4hz-cubic-priors500' | 'lomb-scargle';

/** Band powers in ms². `method` is null when there was too little to compute one. */
export interface Spectrum {
  readonly series: SeriesChoice;
  readonly method: SpectrumMethod | null;
  readonly vlfMs2: number | null;
  readonly lfMs2: number | null;
  readonly hfMs2: number | null;
  readonly lfHf: number | null;
  readonly hfPeakHz: number | null;
}

/** How the recording changed while it ran. Slopes are least-squares lines over time, from the corrected series. */
export interface Trend {
  /** Change of heart rate along the fitted line, beats a minute per minute. */
  readonly hrSlopeBpmPerMin: number | null;
  /** Change of heart rate from the first to the last third of the time, in beats a minute. */
  readonly hrDriftBpm: number | null;
  /** Fastest minus slowest of five parts of the time, in beats a minute. */
  readonly hrSpreadBpm: number | null;
  /** ln(RMSSD of the second half ÷ RMSSD of the first half); 0 is steady. */
  readonly lnRmssdDrift: number | null;
  readonly steady: boolean | null;
}

/** The engine's result for one recording. Plain JSON: it may be stored and printed as it is. */
export interface HrvAnalysis {
  readonly engine: string;
  /** Intervals kept; indices count them from 0. */
  readonly beats: number;
  readonly durationS: number;
  readonly coveragePct: number | null;
  readonly meanHrBpm: number | null;
  readonly dropped: number;
  readonly raw: TimeDomain;
  readonly corrected: TimeDomain & { readonly beats: number };
  /** Share of intervals that the product's own correction replaced, merged or removed, %. */
  readonly correctedPct: number | null;
  readonly artefacts: Artefacts;
  readonly spectrum: Spectrum;
  readonly dfaAlpha1: number | null;
  readonly sampleEntropy: number | null;
  readonly respirationPerMin: number | null;
  readonly trend: Trend;
  readonly quality: Quality;
}
