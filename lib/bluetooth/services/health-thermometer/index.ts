import { uuid16 } from '../../uuid';

export { decodeTemperatureMeasurement, encodeTemperatureMeasurement, type TemperatureMeasurement } from './measurement';

export const healthThermometerUuids = { service: uuid16(0x1809), measurement: uuid16(0x2a1c) } as const;
