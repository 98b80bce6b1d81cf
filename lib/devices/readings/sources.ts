import type { Decoded } from '../../bluetooth/services/decoded';
import { decodeHumidity, decodeTemperature, environmentalSensingUuids } from '../../bluetooth/services/environmental-sensing';
import {
  decodeCrossTrainerData,
  decodeIndoorBikeData,
  decodeStepClimberData,
  decodeTreadmillData,
  fitnessDialect,
  fitnessMachineUuids,
  joinPackets,
} from '../../bluetooth/services/fitness-machine';
import { decodeTemperatureMeasurement, healthThermometerUuids } from '../../bluetooth/services/health-thermometer';
import { decodeWeightMeasurement, weightScaleUuids } from '../../bluetooth/services/weight-scale';
import type { DeviceKind } from '../../storage';
import { type Quantity, type Reading, toReadings } from './reading';

/** A characteristic that says something worth showing. A device is what the first of them that it has says it is. */
export interface ReadingSource {
  readonly service: string;
  readonly characteristic: string;
  readonly kind: DeviceKind;
  /** A reader for one link to a device of this name; null while a record is not complete. Readers may keep what is pending. */
  readonly reader: (name: string | null) => (value: DataView) => Decoded<readonly Reading[] | null>;
}

/** What the four fitness machines have in common; none sends all of it. */
interface MachineRecord {
  readonly moreData: boolean;
  readonly speedKmh?: number | null;
  readonly distanceM?: number | null;
  readonly inclinePct?: number | null;
  readonly powerW?: number | null;
  readonly cadenceRpm?: number | null;
  readonly stepsPerMin?: number | null;
  readonly resistance?: number | null;
  readonly elapsedS?: number | null;
  readonly energyKcal?: number | null;
  readonly hrBpm?: number | null;
}

const { service } = fitnessMachineUuids;

export const machineSources: readonly ReadingSource[] = [
  machine('treadmill', fitnessMachineUuids.treadmillData, (view, name) => decodeTreadmillData(view, fitnessDialect(name))),
  machine('bike', fitnessMachineUuids.indoorBikeData, decodeIndoorBikeData),
  machine('cross-trainer', fitnessMachineUuids.crossTrainerData, decodeCrossTrainerData),
  machine('step-climber', fitnessMachineUuids.stepClimberData, decodeStepClimberData),
];

export const thermometerSources: readonly ReadingSource[] = [
  simple('thermometer', healthThermometerUuids.service, healthThermometerUuids.measurement, (view) =>
    mapped(decodeTemperatureMeasurement(view), ({ temperatureC }) => ({ temperature: temperatureC })),
  ),
  simple('thermometer', environmentalSensingUuids.service, environmentalSensingUuids.temperature, (view) =>
    mapped(decodeTemperature(view), (temperature) => ({ temperature })),
  ),
  simple('thermometer', environmentalSensingUuids.service, environmentalSensingUuids.humidity, (view) =>
    mapped(decodeHumidity(view), (humidity) => ({ humidity })),
  ),
];

export const scaleSources: readonly ReadingSource[] = [
  simple('scale', weightScaleUuids.service, weightScaleUuids.measurement, (view) =>
    mapped(decodeWeightMeasurement(view), ({ weightKg }) => ({ weight: weightKg })),
  ),
];

function simple(
  kind: DeviceKind,
  serviceUuid: string,
  characteristic: string,
  read: (view: DataView) => Decoded<readonly Reading[]>,
): ReadingSource {
  return { kind, service: serviceUuid, characteristic, reader: () => read };
}

function machine(
  kind: DeviceKind,
  characteristic: string,
  decode: (view: DataView, name: string | null) => Decoded<MachineRecord>,
): ReadingSource {
  return {
    kind,
    service,
    characteristic,
    reader: (name) => {
      let pending: MachineRecord | null = null;
      return (view) => {
        const read = decode(view, name);
        if (!read.ok) return read;
        const joined: { complete: MachineRecord | null; pending: MachineRecord | null } = joinPackets(pending, read.value);
        pending = joined.pending;
        return { ok: true, value: joined.complete === null ? null : machineReadings(joined.complete) };
      };
    },
  };
}

function machineReadings(record: MachineRecord): readonly Reading[] {
  return toReadings({
    // A machine without a sensor of its own sends 0.
    'heart-rate': record.hrBpm || null,
    speed: record.speedKmh ?? null,
    power: record.powerW ?? null,
    cadence: record.cadenceRpm ?? null,
    'step-rate': record.stepsPerMin ?? null,
    distance: record.distanceM ?? null,
    incline: record.inclinePct ?? null,
    resistance: record.resistance ?? null,
    elapsed: record.elapsedS ?? null,
    energy: record.energyKcal ?? null,
  });
}

function mapped<T>(read: Decoded<T>, values: (value: T) => Partial<Record<Quantity, number>>): Decoded<readonly Reading[]> {
  return read.ok ? { ok: true, value: toReadings(values(read.value)) } : read;
}
