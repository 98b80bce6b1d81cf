import { defineService } from '../service';
import { decodeOpenRecoveryResponse } from './control';
import { decodeOpenRecoveryFeature } from './feature';
import { decodeOpenRecoveryMeasurement } from './measurement';
import { decodeOpenRecoveryStatus } from './status';
import { openRecoveryServices, openRecoveryUuids } from './uuids';
import { decodeOpenRecoveryProgrammes, decodeOpenRecoveryZones } from './zones';

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
export {
  decodeOpenRecoveryFeature,
  encodeOpenRecoveryFeature,
  OPEN_RECOVERY_MINOR,
  type OpenRecoveryFeature,
  openRecoveryLimits,
} from './feature';
export {
  decodeOpenRecoveryMeasurement,
  encodeOpenRecoveryMeasurement,
  type OpenRecoveryMeasurement,
  type ZoneMeasurement,
} from './measurement';
export {
  decodeOpenRecoveryStatus,
  encodeOpenRecoveryStatus,
  type OpenRecoveryEnd,
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

/** One service for each class of device. They share their characteristics. */
export const openRecovery = Object.entries(openRecoveryServices).map(([name, service]) =>
  defineService(
    `open-recovery-${name}`,
    { service, ...openRecoveryUuids },
    {
      feature: { decode: decodeOpenRecoveryFeature },
      ranges: { decode: decodeOpenRecoveryZones },
      programmes: { decode: decodeOpenRecoveryProgrammes },
      controlPoint: { decode: decodeOpenRecoveryResponse },
      status: { decode: decodeOpenRecoveryStatus },
      measurement: { decode: decodeOpenRecoveryMeasurement },
    },
  ),
);
