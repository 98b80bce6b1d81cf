import { uuid16 } from '../../uuid';
import { defineService, measures } from '../service';
import { decodeTemperatureMeasurement } from './measurement';

export { decodeTemperatureMeasurement, encodeTemperatureMeasurement, type TemperatureMeasurement } from './measurement';

export const healthThermometerUuids = { service: uuid16(0x1809), measurement: uuid16(0x2a1c) } as const;

export const healthThermometer = defineService('health-thermometer', healthThermometerUuids, {
  measurement: measures('thermometer', decodeTemperatureMeasurement, ({ temperatureC }) => ({ temperature: temperatureC })),
});
