/** The parts of a recording. Instants are epoch ms; RR intervals are ticks of 1/1024 s, as the strap sent them. */

export const TICKS_PER_SECOND = 1024;

/** One notification of the strap, as it arrived. */
export interface Packet {
  readonly atMs: number;
  readonly hrBpm: number;
  readonly contact: 'detected' | 'not-detected' | 'unsupported';
  readonly rrTicks: readonly number[];
  /** From optical sensors that report it: the possible error of each interval, ms; at least as many as `rrTicks`. */
  readonly errorMs?: readonly number[];
}

/** The link was down: it was lost after `afterBeat` intervals had come in, and back `atMs`. */
export interface LinkGap {
  readonly afterBeat: number;
  readonly lostAtMs: number;
  readonly backAtMs: number;
}

export interface RecordingPlan {
  /** Sitting or lying still before beats count, in s of beat time. */
  readonly settleS: number;
  /** How long beats count, in s of beat time. */
  readonly measureS: number;
  /** Orthostatic check: how long to stand after that, in s of beat time. Left out or 0: no standing. */
  readonly standS?: number;
}

export const DEFAULT_PLAN: RecordingPlan = { settleS: 60, measureS: 180 };
/** Standing time of an orthostatic check, in s: one minute for the rise to pass, two for figures. */
export const STAND_S = 180;
export const MIN_MEASURE_S = 60;
export const MAX_MEASURE_S = 600;

/** Time lost between interval `afterBeat - 1` and interval `afterBeat`. */
export interface Gap {
  readonly afterBeat: number;
  readonly lengthMs: number;
  readonly cause: 'link' | 'missing';
}
