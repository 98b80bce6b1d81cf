import type { RequirementId } from '../../../lib/devices/drivers/open-recovery';
import type { PeripheralModel } from '../../../lib/simulated/model';
import type { PaperDevice, PaperSpec } from '../device/paper-device';
import { BOOTS } from '../device/specs';

export interface BadDevice {
  readonly name: string;
  /** The rules that it breaks: the one that it was made for, then those that follow from it. The test must name exactly these. */
  readonly breaks: readonly RequirementId[];
  readonly make: () => PeripheralModel;
}

export function bad(
  name: string,
  breaks: readonly RequirementId[],
  Device: new (spec: PaperSpec) => PaperDevice,
  spec: Partial<PaperSpec> = {},
  base: PaperSpec = BOOTS,
): BadDevice {
  return { name, breaks, make: () => new Device({ ...base, ...spec }) };
}
