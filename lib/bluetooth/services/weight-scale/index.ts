import { uuid16 } from '../../uuid';

export { decodeWeightMeasurement, encodeWeightMeasurement, type WeightMeasurement } from './measurement';

export const weightScaleUuids = { service: uuid16(0x181d), measurement: uuid16(0x2a9d) } as const;
