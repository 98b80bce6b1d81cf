import type { Region } from '../training';

/** What is to be done in a session on a device, or by hand under a timer. Stored as it is. */

/** One stretch of a session. Left out: stays as it is. */
export interface SessionStep {
  /** Levels by zone id; zones not named stay as they are. */
  readonly levels?: Readonly<Record<string, number>>;
  readonly temperatureC?: number;
  readonly programme?: string;
  /** How long, s; at least 1. */
  readonly seconds: number;
  /** Time over which levels are reached, s, at the beginning of the step. */
  readonly rampS?: number;
  /** Nothing moves in this step. */
  readonly pause?: boolean;
  /** The part of the body that it is for, where it says. */
  readonly region?: Region;
}

/** A code of the catalogue, such as `massage-gun`; what the planner's item was. */
export type ModalityId = string;

export interface SessionPlan {
  readonly modality: ModalityId;
  readonly steps: readonly SessionStep[];
  /** Whose dose: `seed-001` … `seed-004`, `trials`, `ours`, `user`. */
  readonly doseOf: string;
  /** The preset or the plan's item that it was made from. */
  readonly from: string | null;
}
