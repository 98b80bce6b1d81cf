import type { TreatmentClass } from '../../catalogue';
import type { MeasuringClass } from '../sensor';

/**
 * `controlled`: a built-in profile or driver controls it. `importable`: a profile for it is in docs/profiles. `no-stop`: its protocol is
 * known, but no command that stops it. `timer-only`: it has no public protocol; the guided timer serves. `cloud-only`: only its maker's
 * servers control it. `left-out`: Rebound does not control it on purpose. `unknown`: not in the table.
 */
export type ModelStatus = 'controlled' | 'experimental' | 'importable' | 'no-stop' | 'timer-only' | 'cloud-only' | 'left-out' | 'unknown';

export interface KnownModel {
  readonly brand: string;
  readonly model: string;
  readonly class: TreatmentClass | MeasuringClass | 'electrical' | 'bath' | 'sauna' | 'other';
  readonly status: Exclude<ModelStatus, 'unknown'>;
  /** Other names of the model, or the name that it advertises. */
  readonly alsoKnownAs?: readonly string[];
}
