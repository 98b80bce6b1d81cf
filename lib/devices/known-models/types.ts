import type { TreatmentClass } from '../../catalogue';

/**
 * `controlled`: a built-in profile or driver speaks its language. `importable`: one lies in docs/profiles. `no-stop`: its language is known,
 * but no command that stops it. `timer-only`: no public way to control it; the guided timer serves. `cloud-only`: its maker's servers
 * alone can. `left-out`: could be spoken to or not, and is left alone on purpose. `unknown`: not in the table.
 */
export type ModelStatus = 'controlled' | 'experimental' | 'importable' | 'no-stop' | 'timer-only' | 'cloud-only' | 'left-out' | 'unknown';

export interface KnownModel {
  readonly brand: string;
  readonly model: string;
  readonly class: TreatmentClass | 'electrical' | 'bath' | 'sauna' | 'other';
  readonly status: Exclude<ModelStatus, 'unknown'>;
  /** What else it is called, or what it advertises itself as. */
  readonly alsoKnownAs?: readonly string[];
}
