import type { Mark } from '../marks/mark';
import type { RunningMarks } from '../marks/running-marks';
import type { SharedMarks } from './shared-marks';

/** A part of the inspector that may have set devices moving. */
interface Mover {
  handOver(deviceId: string): readonly Mark[];
}

/**
 * The inspector gives up its link to a device. What it may have set moving there is one of the devices that may be running from now on: every
 * surface asks about it, and Stop goes to it over any link that there is.
 */
export function handOver(deviceId: string, movers: readonly Mover[], shared: SharedMarks, marks: RunningMarks): void {
  const given = movers.flatMap((mover) => mover.handOver(deviceId));
  shared.leave(deviceId);
  for (const mark of given) marks.started(mark, false);
}
