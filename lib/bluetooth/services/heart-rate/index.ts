export { type BodySensorLocation, decodeBodySensorLocation, encodeBodySensorLocation } from './body-sensor-location';
export { encodeEnergyReset, isEnergyReset } from './control-point';
export { decodeHeartRateMeasurement } from './decode';
export { encodeHeartRateMeasurement, type MeasurementFields, rrCapacity } from './encode';
export { ENERGY_SATURATED, type HeartRateMeasurement, type SensorContact } from './measurement';
export { heartRateUuids } from './uuids';
