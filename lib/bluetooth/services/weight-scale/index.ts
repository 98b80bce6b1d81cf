import { uuid16 } from '../../uuid';
import { defineService, measures } from '../service';
import { decodeWeightMeasurement } from './measurement';

export { decodeWeightMeasurement, encodeWeightMeasurement, type WeightMeasurement } from './measurement';

export const weightScaleUuids = { service: uuid16(0x181d), measurement: uuid16(0x2a9d) } as const;

export const weightScale = defineService('weight-scale', weightScaleUuids, {
  measurement: measures('scale', decodeWeightMeasurement, ({ weightKg }) => ({ weight: weightKg })),
});
