import { uuid16 } from '../../uuid';

export const fitnessMachineUuids = {
  service: uuid16(0x1826),
  feature: uuid16(0x2acc),
  treadmillData: uuid16(0x2acd),
  crossTrainerData: uuid16(0x2ace),
  stepClimberData: uuid16(0x2acf),
  indoorBikeData: uuid16(0x2ad2),
  trainingStatus: uuid16(0x2ad3),
  speedRange: uuid16(0x2ad4),
  inclineRange: uuid16(0x2ad5),
  resistanceRange: uuid16(0x2ad6),
  heartRateRange: uuid16(0x2ad7),
  powerRange: uuid16(0x2ad8),
  controlPoint: uuid16(0x2ad9),
  status: uuid16(0x2ada),
} as const;
