import { defineService } from '../service';
import { decodeFitnessResponse } from './control-response';
import { decodeCrossTrainerData } from './cross-trainer';
import { fitnessDialect } from './dialects';
import { decodeFitnessMachineFeature } from './feature';
import { decodeIndoorBikeData } from './indoor-bike';
import { machineData } from './live';
import { decodeTargetRange } from './ranges';
import { decodeFitnessEvent } from './status';
import { decodeStepClimberData } from './step-climber';
import { decodeTrainingStatus } from './training-status';
import { decodeTreadmillData } from './treadmill';
import { fitnessMachineUuids } from './uuids';

export { decodeFitnessCommand, encodeFitnessCommand, type FitnessCommand, findOp } from './control-point';
export { decodeFitnessResponse, encodeFitnessResponse, type FitnessResponse, type FitnessResult } from './control-response';
export { type CrossTrainerData, decodeCrossTrainerData, encodeCrossTrainerData } from './cross-trainer';
export { type FitnessDialect, fitnessDialect, fitnessDialects } from './dialects';
export {
  decodeFitnessMachineFeature,
  encodeFitnessMachineFeature,
  type FitnessMachineFeature,
  type MachineFeature,
  type MachineTarget,
} from './feature';
export { decodeIndoorBikeData, encodeIndoorBikeData, type IndoorBikeData } from './indoor-bike';
export { decodeTargetRange, encodeTargetRange, type RangeKind, type TargetRange } from './ranges';
export { joinPackets } from './split-packets';
export { decodeFitnessEvent, encodeFitnessEvent, type FitnessEvent } from './status';
export { decodeStepClimberData, encodeStepClimberData, type StepClimberData } from './step-climber';
export { decodeTrainingStatus, encodeTrainingStatus, type TrainingStatus } from './training-status';
export { decodeTreadmillData, encodeTreadmillData, type TreadmillData } from './treadmill';
export { fitnessMachineUuids } from './uuids';

export const fitnessMachine = defineService('fitness-machine', fitnessMachineUuids, {
  feature: { decode: decodeFitnessMachineFeature },
  treadmillData: machineData('treadmill', (view, name) => decodeTreadmillData(view, fitnessDialect(name))),
  indoorBikeData: machineData('bike', decodeIndoorBikeData),
  crossTrainerData: machineData('cross-trainer', decodeCrossTrainerData),
  stepClimberData: machineData('step-climber', decodeStepClimberData),
  trainingStatus: { decode: decodeTrainingStatus },
  speedRange: { decode: (view) => decodeTargetRange('speed', view) },
  inclineRange: { decode: (view) => decodeTargetRange('incline', view) },
  resistanceRange: { decode: (view) => decodeTargetRange('resistance', view) },
  powerRange: { decode: (view) => decodeTargetRange('power', view) },
  controlPoint: { decode: decodeFitnessResponse },
  status: { decode: decodeFitnessEvent },
});
