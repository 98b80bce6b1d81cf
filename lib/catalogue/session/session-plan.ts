import type { Region } from '../../training';
import type { DoseRange, Exposure } from '../entry';

/** What is to be done in a session on a device, under the timer or with the pacer. Stored as it is. */

/** One stretch of a session. Left out: stays as it is. */
export interface SessionStep {
  /** Levels by zone id; zones not named stay as they are. */
  readonly levels?: Readonly<Record<string, number>>;
  /** What a device is set to, °C. */
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
  /** What it is to the body, and how cold or warm that is to be, °C. */
  readonly exposure?: Exposure;
  readonly rangeC?: DoseRange;
  /** Whose temperature that is. */
  readonly rangeOf?: string;
  readonly breathsPerMin?: number;
}

/** A code of the catalogue, such as `massage-gun`, or of a session by hand the device's class. */
export type ModalityId = string;

export interface SessionPlan {
  readonly modality: ModalityId;
  /** The dose of the catalogue, and the kind of the modality; null: the user's own, or it has no kinds. */
  readonly doseId: string | null;
  readonly variant: string | null;
  /** Whose dose: a source of the catalogue, `trials`, `ours`, or `user`. */
  readonly doseOf: string;
  /** Where it goes as a whole; empty: nothing is said. */
  readonly regions: readonly Region[];
  readonly steps: readonly SessionStep[];
  /** The plan's item that it carries out, and the preset that it was made from; null: none. */
  readonly item: string | null;
  /** The minutes that the item asks for, if the session may be shorter than it; left out: the session's own length. */
  readonly itemMinutes?: number;
  readonly preset: string | null;
}

/** A plan as rows of the database have it: older ones say only `from`, a preset or an item of the plan. */
export interface StoredSessionPlan
  extends Pick<SessionPlan, 'modality' | 'doseOf' | 'steps'>,
    Partial<Pick<SessionPlan, 'doseId' | 'variant' | 'regions' | 'item' | 'itemMinutes' | 'preset'>> {
  readonly from?: string | null;
}

/** The item of the plan that a session carries out; null: none. In `from`, an item is known by its `@`, which no preset has. */
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
