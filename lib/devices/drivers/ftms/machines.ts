import type { Decoded } from '../../../bluetooth/services/decoded';
import {
  decodeCrossTrainerData,
  decodeIndoorBikeData,
  decodeStepClimberData,
  decodeTreadmillData,
  type FitnessDialect,
  fitnessMachineUuids,
} from '../../../bluetooth/services/fitness-machine';
import type { TreatmentClass } from '../../../catalogue';
import type { LevelUnit } from '../../driver';

/** The values of the four machines that a session uses. No machine sends all of them. */
export interface MachineRecord {
  readonly moreData: boolean;
  readonly speedKmh?: number | null;
  readonly inclinePct?: number | null;
  readonly distanceM?: number | null;
  readonly elapsedS?: number | null;
  readonly remainingS?: number | null;
}

/** What can be set on a machine. Its feature bits, ranges and control point use the same names. */
export type MachineZone = 'speed' | 'incline' | 'resistance' | 'power';

/** The zone ids of a session, and what each one sets on the machine. */
export const machineZones: Readonly<Record<string, { readonly sets: MachineZone; readonly unit: LevelUnit }>> = {
  belt: { sets: 'speed', unit: 'km/h' },
  incline: { sets: 'incline', unit: 'percent' },
  resistance: { sets: 'resistance', unit: 'level' },
  power: { sets: 'power', unit: 'W' },
};

/** A form of machine: which characteristic sends its data, and which zones it may have. */
export interface MachineForm {
  readonly class: Extract<TreatmentClass, 'belt' | 'resistance'>;
  readonly data: string;
  readonly zones: readonly string[];
  decode(view: DataView, dialect: FitnessDialect): Decoded<MachineRecord>;
}

const braked = { class: 'resistance', zones: ['resistance', 'power', 'incline'] } as const;

export const machineForms = {
  treadmill: { class: 'belt', zones: ['belt', 'incline'], data: fitnessMachineUuids.treadmillData, decode: decodeTreadmillData },
  bike: { ...braked, data: fitnessMachineUuids.indoorBikeData, decode: decodeIndoorBikeData },
  'cross-trainer': { ...braked, data: fitnessMachineUuids.crossTrainerData, decode: decodeCrossTrainerData },
  'step-climber': { ...braked, data: fitnessMachineUuids.stepClimberData, decode: decodeStepClimberData },
} as const satisfies Readonly<Record<string, MachineForm>>;
