import type { Region } from '../../training';
import type { TreatmentClass } from '../treatment-class';

/** How a class of devices carries a modality out. */
export interface DeviceUse {
  readonly class: TreatmentClass;
  /**
   * `lowest`: the lowest level that does something. `usual`: the level that the user said is their usual comfortable one, and none without
   * it. `usual-or-lowest`: that where it is known.
   */
  readonly level: 'lowest' | 'usual' | 'usual-or-lowest';
  /** Time over which the level is reached, s; left out: at once. */
  readonly rampS?: number;
}

/** A session that is ready to be chosen, without a plan. */
export interface Preset {
  readonly id: string;
  readonly doseId: string;
  readonly regions?: readonly Region[];
}
