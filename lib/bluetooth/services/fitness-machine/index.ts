export { decodeFitnessCommand, encodeFitnessCommand, type FitnessCommand, findOp as opOf } from './control-point';
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
