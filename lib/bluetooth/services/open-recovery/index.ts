export {
  decodeOpenRecoveryCommand,
  decodeOpenRecoveryResponse,
  encodeOpenRecoveryCommand,
  encodeOpenRecoveryResponse,
  type OpenRecoveryCommand,
  type OpenRecoveryResponse,
  type OpenRecoveryResult,
  openRecoveryOp,
} from './control';
export { decodeOpenRecoveryFeature, encodeOpenRecoveryFeature, type OpenRecoveryFeature, openRecoveryLimits } from './feature';
export {
  decodeOpenRecoveryMeasurement,
  encodeOpenRecoveryMeasurement,
  type OpenRecoveryMeasurement,
  type ZoneMeasurement,
} from './measurement';
export {
  decodeOpenRecoveryStatus,
  encodeOpenRecoveryStatus,
  type OpenRecoveryEvent,
  type OpenRecoveryFaultCode,
  type OpenRecoveryState,
  type OpenRecoveryStatus,
} from './status';
export { type OpenRecoveryClass, openRecoveryServices, openRecoveryUuids } from './uuids';
export {
  decodeOpenRecoveryProgrammes,
  decodeOpenRecoveryZones,
  encodeOpenRecoveryProgrammes,
  encodeOpenRecoveryZones,
  type OpenRecoveryProgramme,
  type OpenRecoveryUnit,
  type OpenRecoveryZone,
} from './zones';
