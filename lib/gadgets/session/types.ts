import type { Region } from '../../training';
import type { GadgetClass } from '../driver';

/** A session: what is to be done on a device, or by hand under a timer, and what was really done. Stored as it is. */

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

/** A code of lib/recovery's modalities, such as `massage-gun`; what the planner's item was. */
export type ModalityId = string;

export interface SessionPlan {
  readonly modality: ModalityId;
  readonly steps: readonly SessionStep[];
  /** Whose dose: `seed-001` … `seed-004`, `trials`, `ours`, `user`. */
  readonly doseOf: string;
  /** The preset or the plan's item that it was made from. */
  readonly from: string | null;
}

export type SessionEnd = 'finished' | 'stopped' | 'skipped-to-end' | 'link-lost' | 'tab-closed' | 'fault';

/** One line of the diary. */
export interface SessionRecord {
  readonly id: string;
  readonly plan: SessionPlan;
  /** Null: without a device, by the timer alone. */
  readonly device: { readonly id: string; readonly name: string | null; readonly kind: string; readonly class: GadgetClass } | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly timeZone: string;
  readonly day: string;
  readonly end: SessionEnd | null;
  /** What was really done, in order: from what the device said where it says anything (`measured`), else from what it was told. */
  readonly done: readonly {
    readonly atMs: number;
    readonly levels: Readonly<Record<string, number>>;
    readonly temperatureC?: number;
    readonly measured: boolean;
  }[];
  readonly activeS: number;
  /** The simulated device's: kept apart. */
  readonly demo: boolean;
  readonly note?: string;
}
