import { defineService } from '../service';
import { decodeBodySensorLocation } from './body-sensor-location';
import { decodeHeartRateMeasurement } from './decode';
import { heartRateUuids } from './uuids';

export { type BodySensorLocation, decodeBodySensorLocation, encodeBodySensorLocation } from './body-sensor-location';
export { encodeEnergyReset, isEnergyReset } from './control-point';
export { decodeHeartRateMeasurement } from './decode';
export { encodeHeartRateMeasurement, type MeasurementFields, rrCapacity } from './encode';
export { ENERGY_SATURATED, type HeartRateMeasurement, type SensorContact } from './measurement';
export { heartRateUuids } from './uuids';

/** A strap's heart rate is shown live by the code of the check, which also records its beats (lib/check/strap-link.ts). */
export const heartRate = defineService('heart-rate', heartRateUuids, {
  measurement: { decode: decodeHeartRateMeasurement },
  bodySensorLocation: { decode: decodeBodySensorLocation },
});
