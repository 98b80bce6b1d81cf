import { uuid16 } from '../../uuid';

export const heartRateUuids = {
  service: uuid16(0x180d),
  measurement: uuid16(0x2a37),
  bodySensorLocation: uuid16(0x2a38),
  controlPoint: uuid16(0x2a39),
} as const;
