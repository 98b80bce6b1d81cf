import { fitnessMachineUuids } from '../../../bluetooth/services/fitness-machine';
import type { DeviceKind } from '../../../storage';
import type { DriverKind } from '../../driver';
import { fitnessKinds } from './index';

/** The driver for a fitness machine: that of the dialect that its name belongs to, otherwise that of the kind that it reports. */
export function machineKind(name: string | null, kind: DeviceKind): DriverKind | null {
  const standard = fitnessKinds.find(({ id }) => id === `ftms-${kind}`) ?? null;
  if (kind !== 'treadmill') return standard;
  return fitnessKinds.find((one) => one.matches(name, [fitnessMachineUuids.service])) ?? standard;
}
