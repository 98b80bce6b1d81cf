import type { Region } from '../../training';
import type { TreatmentClass } from '../treatment-class';

/** How a class of devices carries out a modality. */
export interface DeviceUse {
  readonly class: TreatmentClass;
  /**
   * `lowest`: the lowest level that has an effect. `usual`: the user's usual comfortable level, which must be known. `usual-or-lowest`: the
   * usual level if it is known.
   */
  readonly level: 'lowest' | 'usual' | 'usual-or-lowest';
  /** Time to reach the level, s; omitted: at once. */
  readonly rampS?: number;
}

/** A session that can be chosen without a plan. */
export interface Preset {
  readonly id: string;
  readonly doseId: string;
  readonly regions?: readonly Region[];
}
