import { batteryUuids } from './battery';
import { deviceInformationUuids } from './device-information';
import { environmentalSensingUuids } from './environmental-sensing';
import { fitnessMachineUuids } from './fitness-machine';
import { healthThermometerUuids } from './health-thermometer';
import { heartRateUuids } from './heart-rate';
import { openRecoveryServices, openRecoveryUuids } from './open-recovery';
import { polarPmdUuids } from './polar-pmd';
import { weightScaleUuids } from './weight-scale';

export interface KnownService {
  /** Lower-case field term, for logs and the inspector. */
  readonly key: string;
  readonly uuid: string;
  /** Every characteristic that may be used, by key. */
  readonly characteristics: Readonly<Record<string, string>>;
}

/** Every GATT service that Rebound can read. A new one is a folder beside this file and a line here. */
export const knownServices: readonly KnownService[] = [
  known('heart-rate', heartRateUuids),
  known('battery', batteryUuids),
  known('device-information', deviceInformationUuids),
  known('fitness-machine', fitnessMachineUuids),
  known('health-thermometer', healthThermometerUuids),
  known('environmental-sensing', environmentalSensingUuids),
  known('weight-scale', weightScaleUuids),
  known('polar-pmd', polarPmdUuids),
  known('open-recovery-massage', { service: openRecoveryServices.massage, ...openRecoveryUuids }),
  known('open-recovery-percussion', { service: openRecoveryServices.percussion, ...openRecoveryUuids }),
  known('open-recovery-compression', { service: openRecoveryServices.compression, ...openRecoveryUuids }),
];

function known(key: string, uuids: { readonly service: string } & Readonly<Record<string, string>>): KnownService {
  const { service, ...characteristics } = uuids;
  return { key, uuid: service, characteristics };
}
