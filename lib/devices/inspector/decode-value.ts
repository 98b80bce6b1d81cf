import { knownServices } from '../../bluetooth/services';
import { batteryUuids, decodeBatteryLevel } from '../../bluetooth/services/battery';
import type { Decoded } from '../../bluetooth/services/decoded';
import { decodeDeviceText, decodeSystemId, deviceInformationUuids, deviceTexts } from '../../bluetooth/services/device-information';
import {
  decodeHumidity,
  decodePressure,
  decodeTemperature,
  environmentalSensingUuids,
} from '../../bluetooth/services/environmental-sensing';
import {
  decodeCrossTrainerData,
  decodeFitnessEvent,
  decodeFitnessMachineFeature,
  decodeFitnessResponse,
  decodeIndoorBikeData,
  decodeStepClimberData,
  decodeTargetRange,
  decodeTrainingStatus,
  decodeTreadmillData,
  fitnessDialect,
  fitnessMachineUuids,
} from '../../bluetooth/services/fitness-machine';
import { decodeTemperatureMeasurement, healthThermometerUuids } from '../../bluetooth/services/health-thermometer';
import { decodeBodySensorLocation, decodeHeartRateMeasurement, heartRateUuids } from '../../bluetooth/services/heart-rate';
import { decodePmdControlMessage, polarPmdUuids } from '../../bluetooth/services/polar-pmd';
import { decodeWeightMeasurement, weightScaleUuids } from '../../bluetooth/services/weight-scale';

type Decoder = (view: DataView, deviceName: string | null) => Decoded<unknown>;
const ftms = fitnessMachineUuids;

/** The inspector's decoders, by characteristic. */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  [heartRateUuids.measurement, decodeHeartRateMeasurement],
  [heartRateUuids.bodySensorLocation, decodeBodySensorLocation],
  [batteryUuids.level, decodeBatteryLevel],
  ...deviceTexts.map(({ uuid }): [string, Decoder] => [uuid, decodeDeviceText]),
  [deviceInformationUuids.systemId, decodeSystemId],
  [environmentalSensingUuids.temperature, decodeTemperature],
  [environmentalSensingUuids.humidity, decodeHumidity],
  [environmentalSensingUuids.pressure, decodePressure],
  [healthThermometerUuids.measurement, decodeTemperatureMeasurement],
  [weightScaleUuids.measurement, decodeWeightMeasurement],
  [ftms.feature, decodeFitnessMachineFeature],
  [ftms.treadmillData, (view, name) => decodeTreadmillData(view, fitnessDialect(name))],
  [ftms.crossTrainerData, decodeCrossTrainerData],
  [ftms.stepClimberData, decodeStepClimberData],
  [ftms.indoorBikeData, decodeIndoorBikeData],
  [ftms.trainingStatus, decodeTrainingStatus],
  [ftms.status, decodeFitnessEvent],
  [ftms.controlPoint, decodeFitnessResponse],
  [ftms.speedRange, (view) => decodeTargetRange('speed', view)],
  [ftms.inclineRange, (view) => decodeTargetRange('incline', view)],
  [ftms.resistanceRange, (view) => decodeTargetRange('resistance', view)],
  [ftms.powerRange, (view) => decodeTargetRange('power', view)],
  [polarPmdUuids.controlPoint, decodePmdControlMessage],
]);

/** What a value says, as one line of field terms; null where no decoder of ours is for it. */
export function decodeValue(characteristic: string, view: DataView, deviceName: string | null): string | null {
  const read = DECODERS.get(characteristic)?.(view, deviceName);
  if (read === undefined) return null;
  return read.ok ? inWords(read.value) : inWords(read.error);
}

/** The field term of a service or characteristic that Rebound knows: "heart-rate", "measurement". */
export function knownName(uuid: string): string | null {
  for (const service of knownServices) {
    if (service.uuid === uuid) return service.key;
    const found = Object.entries(service.characteristics).find(([, characteristic]) => characteristic === uuid);
    if (found !== undefined) return found[0];
  }
  return null;
}

/** What is null was not sent, and is left out. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inWords).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const sent = Object.entries(value).filter(([, one]) => one !== null);
  return sent.map(([key, one]) => `${key} ${typeof one === 'string' ? one : inWords(one)}`).join(', ');
}
