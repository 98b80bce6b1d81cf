import { uuid16 } from '../../uuid';

/** A machine that sends several kinds of data is shown as the first kind in this order. */
export const fitnessMachineUuids = {
  service: uuid16(0x1826),
  feature: uuid16(0x2acc),
  treadmillData: uuid16(0x2acd),
  indoorBikeData: uuid16(0x2ad2),
  crossTrainerData: uuid16(0x2ace),
  stepClimberData: uuid16(0x2acf),
  trainingStatus: uuid16(0x2ad3),
  speedRange: uuid16(0x2ad4),
  inclineRange: uuid16(0x2ad5),
  resistanceRange: uuid16(0x2ad6),
  heartRateRange: uuid16(0x2ad7),
  powerRange: uuid16(0x2ad8),
  controlPoint: uuid16(0x2ad9),
  status: uuid16(0x2ada),
} as const;
