import { fitnessMachineUuids } from '../../../bluetooth/services/fitness-machine';
import type { DeviceKind } from '../../../storage';
import type { DriverKind } from '../../driver';
import { fitnessKinds } from './index';

/** Which driver runs a fitness machine: that of its dialect, by its name, else that of what it turned out to be. */
export function machineKind(name: string | null, kind: DeviceKind): DriverKind | null {
  const standard = fitnessKinds.find(({ id }) => id === `ftms-${kind}`) ?? null;
  if (kind !== 'treadmill') return standard;
  return fitnessKinds.find((one) => one.matches(name, [fitnessMachineUuids.service])) ?? standard;
}
