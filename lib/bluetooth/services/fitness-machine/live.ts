import type { Decoded } from '../decoded';
import { type Reading, toReadings } from '../reading';
import type { CharacteristicDefinition, MeasuringDevice } from '../service';
import { joinPackets } from './split-packets';

/** The fields that the four kinds of fitness machine share. No machine sends all of them. */
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

/** A machine's data characteristic. Shows its readings once a record is complete. */
export function machineData(
  device: MeasuringDevice,
  decode: (view: DataView, deviceName: string | null) => Decoded<MachineRecord>,
): Omit<CharacteristicDefinition, 'uuid'> {
  return {
    decode,
    live: {
      device,
      reader: (deviceName) => {
        let pending: MachineRecord | null = null;
        return (view) => {
          const read = decode(view, deviceName);
          if (!read.ok) return read;
          const joined: { complete: MachineRecord | null; pending: MachineRecord | null } = joinPackets(pending, read.value);
          pending = joined.pending;
          return { ok: true, value: joined.complete === null ? null : machineReadings(joined.complete) };
        };
      },
    },
  };
}

function machineReadings(record: MachineRecord): readonly Reading[] {
  return toReadings({
    // A machine without a heart-rate sensor sends 0.
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
