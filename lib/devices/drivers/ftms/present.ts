import type { FitnessResult } from '../../../bluetooth/services/fitness-machine';
import type { ControlPoint } from '../control-point';
import type { Said } from './said';
import type { BeltWatch } from './steady';

/** What is known about the machine on one link. */
export interface Present {
  readonly point: ControlPoint<FitnessResult>;
  readonly said: Said;
  /** Null where a new speed may be sent at once. */
  readonly belt: BeltWatch | null;
  /**
   * `held`: control was granted and not taken away since. `lost`: the machine reported that it took it away, and only a start requests it
   * again. `none`: not requested yet, or a command was answered with "control not permitted"; the next command requests it.
   */
  control: 'none' | 'held' | 'lost';
  /**
   * The machine was told to stop and not started since. A belt that is slowing down must get no speed, because that might start it again.
   */
  stopped: boolean;
}
