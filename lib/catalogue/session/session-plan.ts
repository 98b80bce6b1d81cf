import type { Region } from '../../training';
import type { DoseRange, Exposure } from '../entry';

/** The plan of a session on a device, with the timer or with the pacer. Stored unchanged. */

/** One stretch of a session. Omitted values stay unchanged. */
export interface SessionStep {
  /** Levels by zone id; other zones stay unchanged. */
  readonly levels?: Readonly<Record<string, number>>;
  /** The temperature setting of a device, °C. */
  readonly temperatureC?: number;
  readonly programme?: string;
  /** Duration, s; at least 1. */
  readonly seconds: number;
  /** Time to reach the levels at the start of the step, s. */
  readonly rampS?: number;
  /** Nothing moves in this step. */
  readonly pause?: boolean;
  /** The part of the body, if the step names one. */
  readonly region?: Region;
  /** The effect on the body, and the temperature for it, °C. */
  readonly exposure?: Exposure;
  readonly rangeC?: DoseRange;
  /** The source of that temperature. */
  readonly rangeOf?: string;
  readonly breathsPerMin?: number;
}

/** A code of the catalogue, such as `massage-gun`; for the user's own session, the device's class. */
export type ModalityId = string;

export interface SessionPlan {
  readonly modality: ModalityId;
  /** The dose of the catalogue, and the variant of the modality; null: the user's own dose, or no variants. */
  readonly doseId: string | null;
  readonly variant: string | null;
  /** The source of the dose: a source of the catalogue, `trials`, `ours`, or `user`. */
  readonly doseOf: string;
  /** The body parts of the complete session; empty: none named. */
  readonly regions: readonly Region[];
  readonly steps: readonly SessionStep[];
  /** The plan's item that it carries out, and the preset that it was made from; null: none. */
  readonly item: string | null;
  /** The minutes of the item, if the session may be shorter; omitted: the session's own length. */
  readonly itemMinutes?: number;
  readonly preset: string | null;
}

/** A plan as in database rows: older ones have only `from`, which is a preset or an item of the plan. */
export interface StoredSessionPlan
  extends Pick<SessionPlan, 'modality' | 'doseOf' | 'steps'>,
    Partial<Pick<SessionPlan, 'doseId' | 'variant' | 'regions' | 'item' | 'itemMinutes' | 'preset'>> {
  readonly from?: string | null;
}

/** The item of the plan that a session carries out; null: none. In `from`, an item has an `@`, which presets do not have. */
export function findItem({ item, from }: Pick<StoredSessionPlan, 'item' | 'from'>): string | null {
  if (item !== undefined) return item;
  return from?.includes('@') ? from : null;
}

/** The preset that a session was made from; null: none. */
export function findPreset(plan: Pick<StoredSessionPlan, 'item' | 'preset' | 'from'>): string | null {
  if (plan.preset !== undefined) return plan.preset;
  return findItem(plan) === null ? (plan.from ?? null) : null;
}

/** Length of a session, s. */
export function lengthS(steps: readonly Pick<SessionStep, 'seconds'>[]): number {
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}
